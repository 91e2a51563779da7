import asyncio
import time


async def view(name):
    await asyncio.sleep(1)
    print(name, "answered")


async def old_view(name):
    await asyncio.to_thread(time.sleep, 2)
    print(name, "answered")


async def main():
    await asyncio.gather(view("first"), old_view("offloaded"), view("second"))
