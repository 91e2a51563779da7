# fails: each task is logged when it ends
# diagnosis: wrong_list
def track(tasks, log):
    def note(label, task):
        log.append((label, "cancelled" if task.cancelled() else "failed" if task.exception() else task.result()))

    for label, task in tasks:
        task.add_done_callback(lambda task: note(label, task))
