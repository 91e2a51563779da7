from functools import partial


def on_done(label, log, task):
    if task.cancelled():
        outcome = "cancelled"
    elif task.exception():
        outcome = "failed"
    else:
        outcome = task.result()
    log.append((label, outcome))


def track(tasks, log):
    for label, task in tasks:
        task.add_done_callback(partial(on_done, label, log))
