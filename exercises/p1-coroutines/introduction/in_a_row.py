import asyncio


async def say(word, seconds):
    print(word, "thinks")
    await asyncio.sleep(seconds)
    print(word, "speaks")


async def main():
    await say("hello", 1)
    await say("world", 2)
