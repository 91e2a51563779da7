def describe(task):
    if not task.done():
        state, value = "pending", None
    elif task.cancelled():
        state, value = "cancelled", None
    elif task.exception() is not None:
        state, value = "failed", task.exception()
    else:
        state, value = "finished", task.result()
    return {"name": task.get_name(), "state": state, "value": value}
