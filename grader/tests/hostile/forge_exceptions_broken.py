# attack: sends exceptions of every built-in type without what they need
# expect: overall=failed scenario=failed|errored
# limits: cpuMs=3000
import builtins

from overlap import _endpoint

KINDS = [name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)]


async def trade(desk, on_step, confirm, once):
    replies = []
    for name in KINDS:
        error = '{"e":{"m":"builtins","q":"%s","a":[1,null,"x",[],{"t":[1]}],"b":["%s"]}}' % (name, name)
        _endpoint.encode_arguments = lambda args, kwargs, error=error: '{"t":[[%s],{"d":[]}]}' % error
        try:
            replies.append(on_step(None))
        except BaseException as caught:
            replies.append(type(caught).__name__)
    return replies
