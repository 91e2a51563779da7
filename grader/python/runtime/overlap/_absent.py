"""What a loop has elsewhere and not here: sockets, subprocesses, signals. Asking for them is an error in words."""

_MISSING = {
    "is no network": ("create_connection", "create_server", "create_datagram_endpoint", "create_unix_connection",
                "create_unix_server", "connect_accepted_socket", "getaddrinfo", "getnameinfo", "sock_connect", "sock_accept",
                "sock_recv", "sock_recv_into", "sock_recvfrom", "sock_recvfrom_into", "sock_sendall", "sock_sendto",
                "sock_sendfile", "sendfile", "start_tls"),
    "are no subprocesses": ("subprocess_exec", "subprocess_shell"),
    "are no pipes": ("connect_read_pipe", "connect_write_pipe"),
}
_MISSING_AT_ONCE = {
    "are no files to watch": ("add_reader", "remove_reader", "add_writer", "remove_writer"),
    "are no signals": ("add_signal_handler", "remove_signal_handler"),
}


def _refusal(name, what):
    return NotImplementedError(f"loop.{name}: there {what} here")


def _asynchronous(name, what):
    async def refuse(self, *args, **kwargs):
        raise _refusal(name, what)

    return refuse


def _synchronous(name, what):
    def refuse(self, *args, **kwargs):
        raise _refusal(name, what)

    return refuse


def refuse_on(loop_class):
    """Give a class of loops methods that say what is not there."""
    for table, make in ((_MISSING, _asynchronous), (_MISSING_AT_ONCE, _synchronous)):
        for what, names in table.items():
            for name in names:
                method = make(name, what)
                method.__name__ = name
                method.__qualname__ = f"{loop_class.__qualname__}.{name}"
                setattr(loop_class, name, method)
