# fails: each task is logged when it ends
# diagnosis: exception
# fails: a task that has ended already
# diagnosis: wrong_list
def on_done(label, log, task):
    log.append((label, "failed" if task.exception() else task.result()))


def track(tasks, log):
    for label, task in tasks:
        task.add_done_callback(on_done(label, log, task))
