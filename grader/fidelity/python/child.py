"""The submission in a real CPython process. Speaks with grader/fidelity/real-interpreter.ts over two pipes. Every run has
a process of its own, forked from one that has loaded the runtime and does nothing else:

host → child   ["enter", seq, now, scale, message, asker, shift]   do this at once and send ["result", value]; `asker` is the
                                                     number of the request that the host is working on, or null
               ["turn", seq, now, scale, messages, shift]   the clock shows `now`; take these messages. `shift`: by how many
                                                     milliseconds the wall clock has been moved
               ["answer", number, value]
               ["end"]                                this run is over; once per run, even if the process is gone
child → host   ["ready"]                              a run may begin
               ["request", number, body], ["result", value]
               ["quiet", seq, due, knows]            nothing runs any more since `seq`; the earliest instant waited for
               ["gone", status]                       the process of this run has ended by itself
"""

import os
import queue
import sys
import threading

sys.path.insert(0, os.path.dirname(__file__))

from overlap import _bridge, _clock, _endpoint, _references, _student  # noqa: E402

#: As it is before the submission's threads are counted: ours are none of them.
start_thread = threading.Thread.start
#: How the process of a run ends when the host is through with it.
ASKED_TO_END = 99

jobs = queue.SimpleQueue()
frames = queue.SimpleQueue()


class _Finished(list):
    """Where the runtime collects ended work; the host is told at once."""

    def append(self, item):
        _bridge.request("finished", [item])


class _Job:
    """A message to work on, by whoever claims it first."""

    def __init__(self, message):
        self.message = message
        self.is_claimed = False
        self._claim = threading.Lock()

    def __call__(self):
        if not self._claim.acquire(blocking=False):
            return
        self.is_claimed = True
        try:
            result = ["ok", _endpoint._handlers[self.message[0]](*self.message[1:])]
        except BaseException as error:
            result = ["broken", f"{type(error).__name__}: {error}"[:500]]
        _bridge.send("result", [_bridge.take_notes(), result])

    def do_beside(self):
        """On a thread of its own: the main thread stands still, maybe for ever."""
        start_thread(threading.Thread(target=self, daemon=True))


def _read():
    while True:
        frame = _bridge.read_frame()
        if frame is None or frame[0] == "end":
            _bridge.end_process(ASKED_TO_END)
        if frame[0] == "answer":
            _bridge.hand_to_asker(frame[1], ("answer", frame[2]))
        else:
            frames.put(frame)


def _watch():
    """Moves the clock, hands out messages, and tells the host when all is quiet."""
    own = {threading.get_ident(), reader.ident}
    while True:
        kind, seq, now, scale, body, *rest = frame = frames.get()
        _clock.shift_wall(frame[-1])
        _clock.advance(now, scale)
        job = None
        if kind == "turn":
            _deliver(body)
        else:
            job = _hand_out(_Job(body), rest[0])
        is_quiet, due = _clock.wait_until_quiet(own, _bridge.is_asking, lambda: job and not job.is_claimed)
        if job and not is_quiet:
            job.do_beside()
        _bridge.send("quiet", seq, due, is_quiet)


def _hand_out(job, asker):
    if asker is not None:
        _bridge.hand_to_asker(asker, ("enter", job))
    elif _clock.is_resting(threading.main_thread().ident):
        job.do_beside()
    else:
        jobs.put(job)
        loop = _endpoint.loop
        if loop is not None and loop.is_running():
            loop.call_soon_threadsafe(loop.stop)
    return job


def _deliver(messages):
    """Outcomes go to the loop or the thread that waits for them, everything else to the submission's own loop."""
    mine = _endpoint.loop
    by_loop = {}
    for message in messages:
        loop = mine
        if message[0] == "settle":
            if _bridge.settle_blocking(message[1], message[2]):
                continue
            future = _references._waiting.get(message[1])
            if future is not None:
                _bridge.forget_early(message[1])
                loop = future.get_loop()
        by_loop.setdefault(loop, []).append(message)
    for loop, own in by_loop.items():
        with _clock.changing:
            loop.expect_turn()
        loop.wake((_endpoint._deliver, own))


def _serve():
    """The main thread: the submission's loop, and between two of its turns what the host asks."""
    while True:
        loop = _endpoint.loop
        if loop is None or not jobs.empty():
            jobs.get()()
        else:
            loop.run_forever()


def _configure():
    _student.install()
    _endpoint.finished = _Finished()


def _fork_for_every_run():
    """Returns in the process of a run, for one after another. No thread runs here, and none has ever run."""
    while True:
        pid = os.fork()
        if pid == 0:
            return
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if status == ASKED_TO_END:
            continue
        _bridge.send("gone", status)
        frame = []
        while frame[:1] != ["end"]:
            frame = _bridge.read_frame()
            if frame is None:
                _bridge.end_process(0)


sys.argv[:] = ["submission.py"]
sys.setrecursionlimit(1000)
_configure()
_fork_for_every_run()
reader = threading.Thread(target=_read, daemon=True)
watcher = threading.Thread(target=_watch, daemon=True)
start_thread(reader)
start_thread(watcher)
_bridge.send("ready")
_serve()
