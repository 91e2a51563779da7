# attack: starts threads below the runtime, by _thread (which is the world's: it gets virtual ones)
# expect: overall=failed scenario=failed|errored
import _thread


def digest(first, number, last):
    try:
        _thread.start_new_thread(print, ("hello",))
    except RuntimeError:
        return "x"
    return "started"
