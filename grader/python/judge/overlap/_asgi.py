"""Calls of ASGI applications of the submission. What an application sends is recorded here, at the judge's time."""

import asyncio
from contextlib import asynccontextmanager

from . import _assertions, _bridge, _endpoint, _references


class Sent:
    """One message that an application sent: `at` (as `world.now`) and `message` (a dict)."""

    def __init__(self, at, message):
        self.at, self.message = at, message

    def __repr__(self):
        return f"Sent(at={self.at}, message={self.message!r})"


class AsgiCall:
    """One call `application(scope, receive, send)` under way. Await it for its end; that raises what it raised."""

    _last_key = 0

    def __init__(self, server, application, scope, messages, clock):
        AsgiCall._last_key += 1
        self._server, self._key, self._clock = server, AsgiCall._last_key, clock
        #: What the application has sent so far, in order.
        self.sent = []
        self._waiters = []
        text = _endpoint.encode_arguments((self._key, application, scope, messages, self._record), {})
        number = _bridge.request("start", server.overlap_home()["h"], "call", "serve", text)
        self._end = _references.wait_for(number, "stop")
        self._end.add_done_callback(lambda _: self._wake())

    def _record(self, message):
        if not isinstance(message, dict):
            raise TypeError("an ASGI message is a dict")
        self.sent.append(Sent(self._clock(), message))
        self._wake()

    def _wake(self):
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def push(self, message):
        """Have `receive()` of the application return this message."""
        self._server.push(self._key, message)

    def types(self):
        """The types of the messages sent so far, in order."""
        return [sent.message.get("type") for sent in self.sent]

    async def until(self, kind):
        """Wait for the first message of this type and return it as `Sent`. Fails when the application ends without."""
        while True:
            for sent in self.sent:
                if sent.message.get("type") == kind:
                    return sent
            if self._end.done():
                self._end.result()
                raise _assertions.CheckFailed(f"the application ended without sending {kind!r}", [{"what": "value"}])
            waiter = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            await waiter

    @property
    def is_over(self):
        """Whether the application has returned or raised."""
        return self._end.done()

    def cancel(self):
        """Cancel the task of the application, as a server that shuts down does."""
        self._end.cancel()

    def __await__(self):
        return self._end.__await__()


@asynccontextmanager
async def lifespan(call):
    """Drives the lifespan protocol around a block; `call` is a call with a lifespan scope."""
    call.push({"type": "lifespan.startup"})
    await call.until("lifespan.startup.complete")
    yield call
    call.push({"type": "lifespan.shutdown"})
    await call.until("lifespan.shutdown.complete")
    await call
