import asyncio
import time


async def metronome():
    while True:
        print("tick")
        await asyncio.sleep(0.5)


async def main():
    ticking = asyncio.create_task(metronome())
    await asyncio.sleep(1.2)
    print("time.sleep begins")
    time.sleep(2)
    print("time.sleep is over")
    await asyncio.sleep(0.6)
    ticking.cancel()
