# attack: calls the judge back and forth at one instant, with a loop that always comes to rest
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
async def trade(desk, on_step, confirm, once):
    while True:
        desk.add(1)


async def load(fetch, uids):
    while True:
        try:
            fetch(uids).send(None)
        except BaseException:
            pass
