# attack: starts threads below the runtime, by _thread
# expect: overall=failed scenario=failed|errored
import _thread


def digest(first, number, last):
    try:
        _thread.start_new_thread(print, ("hello",))
    except RuntimeError:
        return "x"
    return "MARKER-STARTED"
