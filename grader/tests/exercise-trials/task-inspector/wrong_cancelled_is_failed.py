# fails: four tasks in four states
# diagnosis: wrong_value
def describe(task):
    state, value = "pending", None
    if task.done():
        try:
            state, value = "finished", task.result()
        except BaseException as error:
            state, value = "failed", error
    return {"name": task.get_name(), "state": state, "value": value}
