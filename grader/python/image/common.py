# Runs while an image is built, in a cold interpreter. Loads what submissions commonly import, so that it is in memory
# already, and our runtime before anything could keep a reference to what it replaces.
import sys

sys.path.insert(0, "/overlap")

def say(text):
    import os
    body = text.encode("ascii", "backslashreplace")
    os.write(3, b"r%08x" % len(body) + body)

try:
    import abc, ast, asyncio, base64, bisect, collections.abc, concurrent.futures, concurrent.futures.thread, contextlib
    import contextvars, copy, dataclasses, datetime, decimal, enum, functools, gc, hashlib, heapq, inspect, io, itertools
    import json, linecache, logging, math, operator, os, queue, random, re, reprlib, secrets, selectors, statistics
    import string, textwrap, threading, time, traceback, types, typing, uuid, warnings, weakref
    import urllib.parse
    import encodings.idna, encodings.latin_1, encodings.ascii, encodings.utf_16
    import asyncio.taskgroups, asyncio.timeouts, asyncio.runners, asyncio.queues, asyncio.locks, asyncio.staggered
except BaseException as error:
    say(f"{type(error).__name__}: {error}")
    raise


def run_to_end(coroutine):
    """Runs a coroutine on a virtual loop that nobody but this pumps."""
    from overlap import _endpoint
    loop = _endpoint.new_loop()
    task = loop.create_task(coroutine)
    for _ in range(1000):  # a bound: whatever goes wrong here must not hang the set-up
        if task.done():
            break
        loop.pump()
    task.result()
    loop.close()


def finish():
    """Last step: what exists now is never looked at by the garbage collector again, and the entry point is told."""
    import gc, sys
    import overlap._endpoint
    # Its library calls what the sandbox refuses; an ImportError says so better than the end of the interpreter.
    sys.modules["_ctypes"] = None
    sys.path[:] = [entry for entry in sys.path if entry != ""]
    sys.argv[:] = ["submission.py"]
    gc.collect()
    gc.freeze()
    say('{"entry": %d, "version": "%s"}' % (id(overlap._endpoint.entry), sys.version.split()[0]))
