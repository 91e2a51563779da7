"""What the simulated database clients have in common: a connection to a simulated server, and waiting for a free one."""

import asyncio
import collections
import itertools

from overlap import _bridge, _network, _student

_numbers = itertools.count(1)


class ServerError(Exception):
    """The server refused a statement: `kind` is SQLite's class of error."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


class Unreachable(Exception):
    """No connection: `reason` is "unknown", "refused", "timeout" or "full"."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class Wire:
    """One connection to the database of this name."""

    def __init__(self, database):
        self._name = str(database)
        self._number = next(_numbers)
        self.is_open = False
        self.is_busy = False

    async def connect(self, timeout_ns=None):
        """Open it. Raises Unreachable."""
        try:
            said = _network.at_once(self._name, "connect", self._number)
            if said is None:
                said = await _student.service("connect " + self._name)("connect", self._number, timeout_ns)
        except _bridge.BridgeRefused:
            raise Unreachable("unknown") from None
        except BaseException:
            self.tell("close")
            raise
        if said[0] != "ok":
            raise Unreachable(said[0])
        self.is_open = True
        return self

    async def query(self, sql, style=None, values=None):
        """[names or None, rows, rowcount, lastrowid]. Raises ServerError."""
        self.is_busy = True
        try:
            params = None if values is None else [style, values]
            return self._read(await _student.service(self._name)("query", self._number, sql, params))
        except asyncio.CancelledError:
            self.tell("cancelled")
            raise
        finally:
            self.is_busy = False

    def tell(self, act):
        """An act that takes no time; none on a connection that is closed. Raises ServerError."""
        if not self.is_open and act != "close":
            return None
        try:
            return self._read(_network.at_once(self._name, act, self._number))
        except _bridge.BridgeRefused:
            return None  # the scenario is over

    def _read(self, said):
        kind, value = said
        if kind == "error":
            raise ServerError(*value)
        if kind == "broken":
            raise ServerError("OperationalError", "the connection is closed")
        return value

    def close(self):
        """Close it; what was not committed is lost."""
        if self.is_open:
            self.is_open = False
            self.tell("close")


class Places:
    """Connections to be had: the idle ones first, new ones while there may be more, then waiting in order of asking."""

    def __init__(self, limit, make):
        self.limit, self._make = limit, make
        self.idle = collections.deque()
        self.count = 0  # in use, idle, or about to be opened
        self._waiting = collections.deque()

    async def take(self):
        """A connection, as soon as there is one."""
        while True:
            while self.idle:
                found = self.idle.popleft()
                if found.is_usable():
                    return found
                self.count -= 1
            if self.count < self.limit:
                return await self._open()
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            try:
                await turn
            except BaseException:
                if turn.done() and not turn.cancelled():
                    self._wake()
                raise
            finally:
                if turn in self._waiting:
                    self._waiting.remove(turn)

    async def _open(self):
        self.count += 1
        try:
            return await self._make()
        except BaseException:
            self.count -= 1
            self._wake()
            raise

    async def fill(self, size):
        """Open so many connections in advance."""
        while self.count < size:
            self.idle.append(await self._open())

    def give_back(self, one):
        """It is free again, or gone."""
        if one.is_usable():
            self.idle.append(one)
        else:
            self.count -= 1
        self._wake()

    def _wake(self):
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return


class Opening:
    """What `connect()`, `acquire()` and the like return: to be awaited, or to be entered with `async with`."""

    def __init__(self, make, leave):
        self._make, self._leave = make, leave
        self._made = None

    def __await__(self):
        return self._make().__await__()

    async def __aenter__(self):
        self._made = await self._make()
        return self._made

    async def __aexit__(self, kind, error, trace):
        await self._leave(self._made, error)
