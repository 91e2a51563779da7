"""The clock of a real process. It follows the world's: it stands still while the process computes (computing takes no
time in the model, and a busy machine must not make a difference), and moves on in real, scaled-down time when nothing
of the process runs any more. Event loops and threads are CPython's own; here they are only watched while they rest.
"""

import _thread
import datetime as _datetime
import os
import threading
import time

#: Real seconds. Taken before anything of `time` is replaced.
real_sleep, real_time = time.sleep, time.monotonic
_real_cpu_ns, _own_cpu_ns = time.process_time_ns, time.thread_time_ns

MAX_NS = 9_000_000_000_000_000
#: Instants are told to the world in steps of ten microseconds, so that readings a few nanoseconds apart are one instant.
STEP_NS = 10_000
ORIGIN_NS = 1_000_000_000_000
EPOCH_NS = 1_700_000_000_000_000_000
#: Seconds of processor time after which a process that still computes is taken to be busy, and time goes on without it.
#: How long that takes on a machine that has other things to do must not matter.
BUSY_AFTER = 0.25
#: What is expected to go on but sleeps so many looks in a row will never go on.
STUCK_LOOKS = 100
#: Real seconds of which everybody has given up hope.
LONGEST_LOOK = 20
#: Threads whose doings are not known are at rest when the process used so little processor time in such a while.
QUIET_NS, QUIET_WHILE = 60_000, 0.0005
#: In so many such whiles in a row.
LOOKS = 2
#: Real seconds that one wait takes at most, however long it is on the clock.
LONGEST_WAIT = 0.25

_lock = threading.Lock()
#: Guards what follows. Held for moments only.
changing = threading.RLock()
_base_ns = 0
_readings = 0
_wall_shift_ns = 0
#: What rests, by an id of its own: (due in ns or None, thread).
_resting = {}
#: Loops that run: those whose marker has not come through since the last wake-up are awake.
loops = {}


def to_ns(seconds):
    return MAX_NS if seconds >= MAX_NS / 1e9 else max(0, round(float(seconds) * 1e9))


def now_ns():
    """Nanoseconds since the scenario began."""
    return _base_ns


def exact():
    """The monotonic clock in seconds, as the submission reads it: computing takes no time."""
    return (_base_ns + ORIGIN_NS) / 1e9


def distinct(seconds):
    """A picosecond later with every call, so that none equals one before: as on a real machine, who asked first is first."""
    global _readings
    with _lock:
        _readings += 1
        return seconds + _readings * 1e-12


def reading():
    """The monotonic clock for the library's own limits: to be passed, and not only reached."""
    return distinct(exact())


def shift_wall(milliseconds):
    """The scenario has set the wall clock, and nothing else."""
    global _wall_shift_ns
    _wall_shift_ns = milliseconds * 1_000_000


def wall_ns():
    return _base_ns + EPOCH_NS + _wall_shift_ns


def due_of(when):
    """The world's instant for an instant of the monotonic clock."""
    due = round(min(when, MAX_NS / 1e9) * 1e9) - ORIGIN_NS
    return max(_base_ns, due - due % STEP_NS)


class Rest:
    """This thread waits for an instant, or (None) for something else than time, until end() says that it is awake."""

    def __init__(self, due):
        with changing:
            _resting[id(self)] = (due, threading.get_ident())

    def end(self):
        with changing:
            _resting.pop(id(self), None)


#: Threads that wait for an instant: (due, the lock that opens then).
_gates = []


def wait_until(due_ns):
    """Blocks this thread until the clock shows `due_ns`."""
    due = due_ns - due_ns % STEP_NS
    gate = _thread.allocate_lock()
    gate.acquire()
    with changing:
        if _base_ns >= due:
            return
        _gates.append((due, gate))
        rest = Rest(due)
    try:
        gate.acquire()
    finally:
        rest.end()


def is_resting(thread):
    return any(other == thread for _, other in _resting.values())


def advance(to_ns_, scale):
    """Lets real time pass, then moves the clock and wakes what was waiting for it."""
    global _base_ns
    if to_ns_ > _base_ns:
        real_sleep(min(LONGEST_WAIT, (to_ns_ - _base_ns) / 1e9 / scale))
    with changing:
        _base_ns = max(_base_ns, to_ns_)
        due_loops = [loop for loop in loops if loop.rest_due is not None and loop.rest_due <= _base_ns]
        for loop in due_loops:
            loop.expect_turn()
        due_gates = [entry for entry in _gates if entry[0] <= _base_ns]
        _gates[:] = [entry for entry in _gates if entry[0] > _base_ns]
    for _, gate in due_gates:
        gate.release()
    for loop in due_loops:
        loop.wake()


def _known_rest(ignored):
    """None when something is known to be awake; else whether there are threads of which nothing is known."""
    if any(due is not None and due <= _base_ns for due, _ in _resting.values()):
        return None  # about to wake up
    if any(loop.is_in_select and not loop.is_resting for loop in loops):
        return None
    known = {thread for _, thread in _resting.values()} | ignored
    known |= {loop.thread for loop in loops if loop.is_resting}
    return any(thread.ident not in known for thread in threading.enumerate())


def wait_until_quiet(ignored, is_asking, is_expected=lambda: False):
    """(quiet, next due instant or None). Not quiet: it computes and computes, or what `is_expected` says should happen
    does not. While `is_asking`, the host has to go on first. `ignored`: idents of our own threads."""
    give_up, computed, looks, stuck = real_time() + LONGEST_LOOK, _others_cpu_ns() + BUSY_AFTER * 1e9, 0, 0
    while real_time() < give_up and _others_cpu_ns() < computed and stuck < STUCK_LOOKS:
        unknown = _look(ignored, is_asking, is_expected)
        sleeps = unknown is False or _all_sleep()
        if unknown is None or not sleeps:
            looks, stuck = 0, stuck + 1 if sleeps and not is_asking() else 0
            real_sleep(0.0002)
            continue
        if _look(ignored, is_asking, is_expected) is None:
            continue
        with changing:
            dues = [due for due, _ in _resting.values() if due is not None]
            dues += [loop.rest_due for loop in loops if loop.rest_due is not None]
        looks += 1
        # Threads that wait for each other for ever are told from slow ones by looking more often.
        if not unknown or looks >= (LOOKS if dues else 10 * LOOKS):
            return True, min(dues, default=None)
    return False, _base_ns + 10_000_000


def _look(ignored, is_asking, is_expected):
    with changing:
        return None if is_asking() or is_expected() else _known_rest(ignored)


def _others_cpu_ns():
    """Processor time of all threads but this one."""
    return _real_cpu_ns() - _own_cpu_ns()


def _all_sleep():
    """Whether no thread but this one has run for a moment, or wants to (as far as the system tells)."""
    before = _others_cpu_ns()
    real_sleep(QUIET_WHILE)
    return _others_cpu_ns() - before < QUIET_NS and not _wants_to_run()


def _wants_to_run():
    own = threading.get_native_id()
    try:
        for task in os.listdir("/proc/self/task"):
            if int(task) != own:
                with open(f"/proc/self/task/{task}/stat", "rb") as file:
                    if file.read().rpartition(b")")[2].split()[0] in (b"R", b"D"):
                        return True
    except OSError:
        pass
    return False


class datetime(_datetime.datetime):
    """The same, on the process's clock."""

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now(_datetime.UTC).replace(tzinfo=None)


def _clock_gettime(clock):
    return time.time() if clock == time.CLOCK_REALTIME else exact()


def install():
    """Every clock shows this one."""
    time.monotonic = time.perf_counter = exact
    time.monotonic_ns = time.perf_counter_ns = lambda: now_ns() + ORIGIN_NS
    time.time = lambda: wall_ns() / 1e9
    time.time_ns = wall_ns
    time.clock_gettime = _clock_gettime
    _datetime.datetime = datetime
