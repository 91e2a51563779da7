import asyncio


async def poll(check, interval, attempts):
    loop = asyncio.get_running_loop()
    answer = loop.create_future()

    def ask(attempt):
        if answer.done():
            return
        if check():
            answer.set_result(attempt)
        elif attempt == attempts:
            answer.set_result(None)
        else:
            loop.call_later(interval, ask, attempt + 1)

    ask(1)
    return await answer
