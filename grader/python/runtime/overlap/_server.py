"""What a web server is to an ASGI application: takes the judge's requests to it and the application's messages back."""

import asyncio

from . import _endpoint


class Server:
    """Runs calls of applications; each call has a key that the judge has given it."""

    def __init__(self):
        self._incoming = {}
        self._early = {}  # what came before the call itself, which only starts with the loop's next step
        #: How an application is found that is not a callable: its kind -> a function of the rest.
        self.makers = {}

    async def serve(self, key, application, scope, messages, record):
        """Call an application. `messages` are there for it to receive; `record` takes each one that it sends."""
        if isinstance(application, list):
            kind, *rest = application
            application = self.makers[kind](*rest)
        incoming = self._incoming[key] = asyncio.Queue()
        for message in [*messages, *self._early.pop(key, ())]:
            incoming.put_nowait(message)

        async def send(message):
            record(message)

        try:
            await application(scope, incoming.get, send)
        finally:
            del self._incoming[key]

    def push(self, key, message):
        """One more message for an application to receive."""
        if key in self._incoming:
            self._incoming[key].put_nowait(message)
        else:
            self._early.setdefault(key, []).append(message)


server = Server()
_endpoint.extras["server"] = server
