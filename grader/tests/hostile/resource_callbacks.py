# attack: schedules callbacks that schedule callbacks
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio


async def load(fetch, uids):
    loop = asyncio.get_running_loop()

    def again():
        loop.call_soon(again)
        loop.call_soon(again)

    again()
    await loop.create_future()
