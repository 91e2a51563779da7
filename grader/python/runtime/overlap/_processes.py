"""Process pools, simulated: a pool of workers of its own whose functions, arguments and results are pickled on the way, as
they are for real processes. What is not simulated: each process has the memory of this one, so that it sees what others
assign to globals."""

import concurrent.futures as futures
import io
import os
import pickle
import sys
import types

from ._bodies import name_of


class BrokenProcessPool(futures.BrokenExecutor):
    """Raised when a worker of a process pool could not begin."""


class _Pickler(pickle.Pickler):
    """What the scenario lent is no code of this process, and goes to every process as it is."""

    def __init__(self, file, lent):
        super().__init__(file)
        self._lent = lent

    def persistent_id(self, obj):
        if type(obj) is types.FunctionType and ("overlap_service" in obj.__dict__ or "overlap_number" in obj.__dict__):
            self._lent.append(obj)
            return len(self._lent) - 1
        return None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file, lent):
        super().__init__(file)
        self.persistent_load = lent.__getitem__


def _copied(value):
    file, lent = io.BytesIO(), []
    _Pickler(file, lent).dump(value)
    file.seek(0)
    return _Unpickler(file, lent).load()


class _Work:
    """One call on a worker: gets copies, gives a copy."""

    overlap_kind = "process"

    def __init__(self, function, args, kwargs):
        self.__qualname__ = name_of(function)
        self._parts = _copied((function, args, kwargs))

    def __call__(self):
        function, args, kwargs = self._parts
        return _copied(function(*args, **kwargs))


class ProcessPoolExecutor(futures.Executor):
    """concurrent.futures.ProcessPoolExecutor, on workers that are threads of this process below."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.process_cpu_count() or 1
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._workers = futures.ThreadPoolExecutor(max_workers, "Process", initializer, initargs)

    def submit(self, fn, /, *args, **kwargs):
        try:
            work = _Work(fn, args, kwargs)
        except Exception as error:  # as when the feeding thread of a real pool cannot pickle it
            if self._workers._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown") from None
            future = futures.Future()
            future.set_exception(error)
            return future
        return self._workers.submit(work)

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        return super().map(fn, *iterables, timeout=timeout, buffersize=buffersize)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._workers.shutdown(wait, cancel_futures=cancel_futures)


def install():
    """Puts them where `concurrent.futures` looks for its own, which cannot be imported here."""
    module = types.ModuleType("concurrent.futures.process")
    module.ProcessPoolExecutor, module.BrokenProcessPool = ProcessPoolExecutor, BrokenProcessPool
    for public in (ProcessPoolExecutor, BrokenProcessPool):
        public.__module__ = module.__name__
    sys.modules[module.__name__] = futures.process = module
    futures.ProcessPoolExecutor = ProcessPoolExecutor
