# attack: opens sockets and looks up names
# expect: overall=failed scenario=failed|errored
# limits: cpuMs=3000
import socket
import urllib.request


def digest(first, number, last):
    reached = []
    for attempt in (
        lambda: socket.create_connection(("127.0.0.1", 5432), 1),
        lambda: socket.create_connection(("example.org", 80), 1),
        lambda: socket.socketpair(),
        lambda: socket.create_server(("127.0.0.1", 0)),
        lambda: urllib.request.urlopen("http://127.0.0.1:3000/", timeout=1),
        lambda: urllib.request.urlopen("file:///overlap/overlap/_run.py"),
    ):
        try:
            reached.append(repr(attempt()))
        except BaseException:
            pass
    return f"MARKER-REACHED {reached}" if reached else "x"
