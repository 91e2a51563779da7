import asyncio


def track(tasks, log):
    def watch(label, task):
        def on_done(_):
            try:
                log.append((label, task.result()))
            except asyncio.CancelledError:
                log.append((label, "cancelled"))
            except Exception:
                log.append((label, "failed"))

        task.add_done_callback(on_done)

    for label, task in tasks:
        watch(label, task)
