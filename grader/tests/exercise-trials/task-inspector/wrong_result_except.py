# fails: four tasks in four states
# diagnosis: exception
def describe(task):
    if not task.done():
        return {"name": task.get_name(), "state": "pending", "value": None}
    try:
        return {"name": task.get_name(), "state": "finished", "value": task.result()}
    except Exception as error:
        return {"name": task.get_name(), "state": "failed", "value": error}
