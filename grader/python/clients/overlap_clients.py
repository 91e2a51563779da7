"""Connects the HTTP clients of Python to the simulated hosts: httpx through httpcore's network backend, `http.client`
and `urllib.request` through `socket.create_connection`. Everything above the connection is the genuine code."""

import io
import socket
import ssl
import sys
import types

from overlap import _network, _observe


class SSLContext:
    """Stands where TLS would be: keeps what it is told, and encrypts nothing, because nothing leaves the sandbox."""

    def __init__(self, protocol=None):
        self.protocol = protocol
        self.check_hostname = True
        self.verify_mode = ssl.CERT_REQUIRED
        self.options = self.verify_flags = 0

    def _accept(self, *args, **kwargs):
        """Takes settings of TLS, which have no effect here."""

    load_cert_chain = load_verify_locations = load_default_certs = set_default_verify_paths = _accept
    set_alpn_protocols = set_ciphers = set_ecdh_curve = _accept

    def wrap_socket(self, sock, *args, **kwargs):
        """The same connection: its port says that it is a secure one."""
        return sock


def _create_default_context(*args, **kwargs):
    return SSLContext()


class Socket:
    """What `http.client` uses of a connected socket. Files made from it may outlive it, as with a genuine one."""

    def __init__(self, connection, timeout):
        self._connection = connection
        self._timeout = timeout
        self._users = 1
        self._is_closed = False

    def sendall(self, data, flags=0):
        self._connection.write(data)

    def send(self, data, flags=0):
        self._connection.write(data)
        return len(data)

    def recv(self, size, flags=0):
        return self._connection.read(size, self._timeout)

    def settimeout(self, timeout):
        self._timeout = timeout

    def gettimeout(self):
        return self._timeout

    def setsockopt(self, *args):
        """Options of sockets have no effect here."""

    def makefile(self, mode="r", buffering=None, **kwargs):
        self._users += 1
        return io.BufferedReader(_Reader(self))

    def shutdown(self, how):
        self._connection.close()

    def close(self):
        if not self._is_closed:
            self._is_closed = True
            self.release()

    def release(self):
        """One user less; the last one closes the connection."""
        self._users -= 1
        if self._users == 0:
            self._connection.close()


class _Reader(io.RawIOBase):
    def __init__(self, sock):
        self._socket = sock

    def readable(self):
        return True

    def readinto(self, buffer):
        data = self._socket.recv(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def close(self):
        if not self.closed:
            super().close()
            self._socket.release()


def _create_connection(address, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    host, port = address
    limit = socket.getdefaulttimeout() if timeout is socket._GLOBAL_DEFAULT_TIMEOUT else timeout
    try:
        return Socket(_network.Connection(host, port).connect(limit), limit)
    except OSError as error:
        raise (socket.gaierror(*error.args) if error.errno == -2 else error) from None


def _connect_sockets():
    import http.client
    import urllib.request

    socket.create_connection = _create_connection
    ssl.SSLContext = SSLContext
    ssl.create_default_context = ssl._create_default_https_context = _create_default_context
    http.client._create_https_context = _create_default_context
    urllib.request.getproxies = dict


def _connect_httpx():
    # There are no certificates to be found; the package that would hold them is not here.
    certifi = types.ModuleType("certifi")
    certifi.where = lambda: "/certificates-are-not-needed-here.pem"
    sys.modules["certifi"] = certifi

    import httpcore
    import httpx

    from overlap_httpcore import AsyncBackend, Backend

    for name, module in list(sys.modules.items()):
        if name.startswith("httpcore."):
            if hasattr(module, "AutoBackend"):
                module.AutoBackend = AsyncBackend
            if hasattr(module, "SyncBackend") and not name.endswith("_backends.sync"):
                module.SyncBackend = Backend
    httpcore.SyncBackend = Backend
    httpx._config.create_ssl_context = httpx._transports.default.create_ssl_context = _create_default_context
    httpx.create_ssl_context = _create_default_context
    httpx._utils.getproxies = dict
    _count_clients(httpx.Client)
    _count_clients(httpx.AsyncClient)


def _count_clients(kind):
    """Clients made and closed are told as part of the submission's own report."""
    from httpx._client import ClientState

    def get(client):
        return client.__dict__["_state"]

    def put(client, state):
        before = client.__dict__.get("_state")
        client.__dict__["_state"] = state
        if before is None:
            _observe.clients[0] += 1
        elif state is ClientState.CLOSED and before is not state:
            _observe.clients[1] += 1

    kind._state = property(get, put)


def install():
    """Called once, while an image with clients is built."""
    _connect_sockets()
    _connect_httpx()
    _import_simulations()


def _import_simulations():
    """So that they are in memory already."""
    import aiomysql
    import asyncpg
    import requests
    import sqlalchemy.exc
    import sqlalchemy.ext.asyncio
    import sqlalchemy.orm
