# The same for httpx: a few requests over connections that answer at once.

def warm_clients():
    import asyncio
    import time
    import httpx
    from overlap import _bridge, _endpoint, _network, _observe, _where

    answer = b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}'

    def at_once(name, act, *args):
        return ("data", answer) if act == "read" else ("ok", None)

    real, _network.at_once = _network.at_once, at_once
    real_there, _network.Connection._there_already = (
        _network.Connection._there_already, lambda self, size: (self._take_unsent(), ("data", answer))[1])

    async def main():
        async with httpx.AsyncClient(base_url="https://warm.example", timeout=2.0) as client:
            for _ in range(6):
                await asyncio.gather(*(client.get("/x", params={"a": 1}) for _ in range(3)))
                response = await client.post("/x", json={"a": 1})
                response.raise_for_status()
                assert response.json() == {}

    run_to_end(main())
    with httpx.Client() as client:
        for _ in range(4):
            assert client.get("https://warm.example/").json() == {}
    _network.at_once, _network.Connection._there_already = real, real_there
    _network.restart_numbers()
    _observe.clients[:] = [0, 0]
    _bridge.take_notes()
    _where.forget_rows()
    _endpoint.loop = None


try:
    warm_clients()
except BaseException as error:
    import traceback
    say("".join(traceback.format_exception(error)))
    raise
