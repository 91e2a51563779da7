import asyncio
import inspect
import time

import httpx

API = "https://api.example.com"


async def arrives():
    async with httpx.AsyncClient(base_url=API + "/v1", headers={"x-token": "t0ken"}) as client:
        first = await client.get("/items/x%2Fy é", params={"q": "a b", "n": 2})
        second = await client.post("/login", data={"user": "ann"})
        third = await client.put("/files/a/b.txt", content=b"\x00\xff")
        return [first.json(), second.json(), client.cookies["sid"], third.content, third.headers["X-Path"]]


async def redirects():
    seen = []

    async def remember(request):
        seen.append(request.method)

    async with httpx.AsyncClient(base_url=API, event_hooks={"request": [remember]}) as client:
        stays = await client.get("/old")
        follows = await client.get("/old", follow_redirects=True)
        missing = await client.get("/nothing")
        wrong = await client.post("/only")
        empty = await client.get("/only")
        return [stays.status_code, follows.status_code, follows.text, len(follows.history), missing.status_code,
                wrong.status_code, empty.status_code, seen]


async def streams():
    began, got = time.monotonic(), []
    async with httpx.AsyncClient() as client:
        async with client.stream("GET", API + "/log") as response:
            got.append((round(time.monotonic() - began, 6), ""))
            async for part in response.aiter_text():
                got.append((round(time.monotonic() - began, 6), part))
    return got


async def limited(count, connections):
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=connections), timeout=30) as client:
        await asyncio.gather(*(client.get(API + "/x") for _ in range(count)))


async def time_limit(path, **limits):
    began = time.monotonic()
    async with httpx.AsyncClient(timeout=httpx.Timeout(20.0, **limits)) as client:
        try:
            await client.get(API + path)
        except httpx.TimeoutException as error:
            return type(error).__name__, round(time.monotonic() - began, 6)


async def pool_limit():
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=1), timeout=httpx.Timeout(None, pool=0.5)) as client:
        first = asyncio.create_task(client.get(API + "/slow"))
        await asyncio.sleep(2.0)
        began = time.monotonic()
        try:
            await client.get(API + "/x")
        except httpx.PoolTimeout as error:
            return type(error).__name__, round(time.monotonic() - began, 6)
        finally:
            first.cancel()


async def pauses(seconds):
    async with httpx.AsyncClient() as client:
        await client.get(API + "/x")
        for pause in seconds:
            await asyncio.sleep(pause)
            await client.get(API + "/x")


async def gives_up_and_goes_on():
    async with httpx.AsyncClient(timeout=None, limits=httpx.Limits(max_connections=1)) as client:
        try:
            async with asyncio.timeout(1.0):
                await client.get(API + "/slow")
        except TimeoutError:
            pass
        return (await client.get(API + "/x")).text


forgotten = []


async def forgets():
    client = httpx.AsyncClient()
    forgotten.append(client)
    await client.get(API + "/x")
    async with httpx.AsyncClient():
        pass


async def blocks():
    with httpx.Client() as client:
        return client.get(API + "/x").text


async def line_of_blocking_call():
    lines, first = inspect.getsourcelines(blocks)
    return first + next(number for number, line in enumerate(lines) if ".get(" in line)


async def posts_nonsense():
    async with httpx.AsyncClient() as client:
        (await client.post(API + "/x", json={})).raise_for_status()
