"""What else runs in the tool's event loop."""

import asyncio


async def spin(draw, every=0.15):
    """Draws the next picture of the spinner again and again."""
    while True:
        draw()
        await asyncio.sleep(every)
