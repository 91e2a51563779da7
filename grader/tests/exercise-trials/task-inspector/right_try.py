import asyncio


def describe(task):
    try:
        state, value = "finished", task.result()
    except asyncio.InvalidStateError:
        state, value = "pending", None
    except asyncio.CancelledError:
        state, value = "cancelled", None
    except Exception as error:
        state, value = "failed", error
    return dict(name=task.get_name(), state=state, value=value)
