from overlap import service

fetch_a, fetch_b = service("a"), service("b")


class UpstreamError(Exception):
    pass
