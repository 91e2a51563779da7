import asyncio

from overlap import service

_price = service("price")


class Client:
    """A client that belongs to the loop it was first used in."""

    def __init__(self):
        self.loop = None

    async def fetch(self, number):
        loop = asyncio.get_running_loop()
        self.loop = self.loop or loop
        if loop is not self.loop:
            raise RuntimeError("another loop")
        return await _price(number)
