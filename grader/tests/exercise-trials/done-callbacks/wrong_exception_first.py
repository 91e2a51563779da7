# fails: each task is logged when it ends
# diagnosis: unhandled
from functools import partial


def on_done(label, log, task):
    if task.exception():
        outcome = "failed"
    elif task.cancelled():
        outcome = "cancelled"
    else:
        outcome = task.result()
    log.append((label, outcome))


def track(tasks, log):
    for label, task in tasks:
        task.add_done_callback(partial(on_done, label, log))
