import asyncio


async def fetch_fastest(mirrors):
    async def timed(mirror):
        begin = asyncio.get_running_loop().time()
        content = await mirror()
        return asyncio.get_running_loop().time() - begin, content

    answers = await asyncio.gather(*(timed(mirror) for mirror in mirrors))
    return min(answers)[1]
