# fails: four tasks in four states; a new name
# diagnosis: answer_not_awaited
# fails: describe is a plain function and changes nothing
# diagnosis: not_a_plain_function
async def describe(task):
    try:
        state, value = "finished", await task
    except Exception as error:
        state, value = "failed", error
    return {"name": task.get_name(), "state": state, "value": value}
