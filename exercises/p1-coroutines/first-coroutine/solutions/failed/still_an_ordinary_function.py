# fails: *
# diagnosis: not_a_coroutine_function
import time


def hello(log):
    log.append("hello")
    time.sleep(1)
    log.append("world")
    return "done"
