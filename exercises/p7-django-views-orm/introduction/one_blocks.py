import asyncio
import time


async def view(name):
    await asyncio.sleep(1)
    print(name, "answered")


async def old_view(name):
    time.sleep(2)
    print(name, "answered")


async def main():
    await asyncio.gather(view("first"), old_view("blocking"), view("second"))
