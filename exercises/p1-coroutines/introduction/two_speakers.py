import asyncio


async def say(word, seconds):
    print(word, "thinks")
    await asyncio.sleep(seconds)
    print(word, "speaks")


async def main():
    await asyncio.gather(say("hello", 1), say("world", 2))
