# attack: replaces the handlers of the runtime so that every question gets a pleasing answer
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
from overlap import _endpoint, _observe

for name in list(_endpoint._handlers):
    _endpoint._handlers[name] = lambda *args: ["ok", "true", None]
_observe.describe_exception = lambda error: None
