"""What the sandbox does not have, and how it says so. On a real CPython these are there: compared is only that the program
goes on."""

import asyncio
import sys

from support import same

IS_SANDBOX = sys.platform == "emscripten"


async def _refused(work, word):
    """Whether it is refused with an error that names what is missing. Elsewhere nothing is refused, and not tried."""
    if not IS_SANDBOX:
        work.close()
        return True
    try:
        await work
    except NotImplementedError as error:
        return word in str(error)


async def connections_are_refused():
    same(await _refused(asyncio.open_connection("127.0.0.1", 9), "network"), True)


async def servers_are_refused():
    same(await _refused(asyncio.start_server(lambda *_: None, "127.0.0.1", 0), "network"), True)


async def subprocesses_are_refused():
    same(await _refused(asyncio.create_subprocess_exec("true"), "subprocesses"), True)
    same(await _refused(asyncio.create_subprocess_shell("true"), "subprocesses"), True)


async def names_are_not_looked_up():
    same(await _refused(asyncio.get_running_loop().getaddrinfo("localhost", 80), "network"), True)


async def signal_handlers_are_refused():
    async def add():
        asyncio.get_running_loop().add_signal_handler(2, print)

    same(await _refused(add(), "signals"), True)
