"""httpcore's network backends over simulated hosts. Its connection pool, HTTP/1.1 and time limits are the genuine ones."""

import asyncio
import time

import httpcore

from overlap import _network

_CONNECT = {TimeoutError: httpcore.ConnectTimeout, OSError: httpcore.ConnectError}
_READ = {TimeoutError: httpcore.ReadTimeout, OSError: httpcore.ReadError}
_WRITE = {OSError: httpcore.WriteError}


def _translated(error, kinds):
    """httpcore's exception for what a socket would raise."""
    return next(made for kind, made in kinds.items() if isinstance(error, kind))(error)


class _EitherStream:
    def __init__(self, connection):
        self._connection = connection

    def get_extra_info(self, info):
        # A connection at rest would be readable when the other side has closed it.
        return not self._connection.is_open if info == "is_readable" else None

    def _write(self, buffer):
        try:
            if buffer:
                self._connection.write(buffer)
        except OSError as error:
            raise _translated(error, _WRITE) from error


class AsyncStream(_EitherStream, httpcore.AsyncNetworkStream):
    """A connection for AsyncClient."""

    async def read(self, max_bytes, timeout=None):
        try:
            return await self._connection.async_read(max_bytes, timeout)
        except OSError as error:
            raise _translated(error, _READ) from error

    async def write(self, buffer, timeout=None):
        self._write(buffer)

    async def aclose(self):
        self._connection.close()

    async def start_tls(self, ssl_context, server_hostname=None, timeout=None):
        return self


class Stream(_EitherStream, httpcore.NetworkStream):
    """A connection for Client: whoever waits for it blocks his thread."""

    def read(self, max_bytes, timeout=None):
        try:
            return self._connection.read(max_bytes, timeout)
        except OSError as error:
            raise _translated(error, _READ) from error

    def write(self, buffer, timeout=None):
        self._write(buffer)

    def close(self):
        self._connection.close()

    def start_tls(self, ssl_context, server_hostname=None, timeout=None):
        return self


class AsyncBackend(httpcore.AsyncNetworkBackend):
    async def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        try:
            return AsyncStream(await _network.Connection(host, port).async_connect(timeout))
        except OSError as error:
            raise _translated(error, _CONNECT) from error

    async def connect_unix_socket(self, path, timeout=None, socket_options=None):
        raise httpcore.ConnectError("there are no Unix sockets here")

    async def sleep(self, seconds):
        await asyncio.sleep(seconds)


class Backend(httpcore.NetworkBackend):
    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        try:
            return Stream(_network.Connection(host, port).connect(timeout))
        except OSError as error:
            raise _translated(error, _CONNECT) from error

    def connect_unix_socket(self, path, timeout=None, socket_options=None):
        raise httpcore.ConnectError("there are no Unix sockets here")

    def sleep(self, seconds):
        time.sleep(seconds)
