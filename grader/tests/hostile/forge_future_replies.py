# attack: takes results out of threads before their virtual time has come
# expect: overall=failed scenario=failed|errored passed=0
import asyncio


async def archive(read, pages):
    """Every page takes two seconds; here all are there at once, and nobody waits."""
    got = []
    loop = asyncio.get_running_loop()
    for page in pages:
        loop.run_in_executor(None, lambda page=page: got.append(read(page)))
    return got
