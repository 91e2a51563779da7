# fails: four tasks in four states; describe is a plain function and changes nothing
# diagnosis: exception
# fails: a new name
# diagnosis: exception
def describe(task):
    if task.exception() is not None:
        state, value = "failed", task.exception()
    elif task.cancelled():
        state, value = "cancelled", None
    elif not task.done():
        state, value = "pending", None
    else:
        state, value = "finished", task.result()
    return {"name": task.get_name(), "state": state, "value": value}
