from overlap import _network
from overlap._network import at_once
from overlap._student import service

HOST = "https://api.example.com"
ODD = [None, True, -1, 10**30, 1.5, "", "x" * 1000, b"", [], {}, [[[]]], {"a": 1}]


async def nonsense():
    kinds = set()
    for odd in ODD:
        for arguments in ([odd], [odd, odd], ["read", odd], ["read", 1, odd], ["query", 1, odd, odd], ["close", odd, odd],
                          ["read", 1, odd, odd, odd], ["connect"]):
            said = at_once(HOST, *arguments)
            kinds.add("broken" if said is None else said[0])
            kinds.add((await service(HOST)(*arguments))[0])
    kinds.discard("ok")
    return "only broken" if kinds == {"broken"} else sorted(kinds)


async def exchange(*parts):
    connection = await _network.Connection("api.example.com", 443).async_connect()
    for part in parts:
        connection.write(part)
        await connection.async_read(1, 0.0) if part is not parts[-1] and len(parts) > 5000 else None
    answer = b""
    while b"\r\n\r\n" not in answer:
        more = await connection.async_read(65536, 30.0)
        if not more:
            break
        answer += more
    connection.close()
    return answer.split(b" ")[1].decode()


async def garbage():
    texts = [
        b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/2\r\n\r\n", b"G\x00T / HTTP/1.1\r\n\r\n", b"x" * 70_000,
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n", b"GET / HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\ncontent-length: 99999999\r\n\r\n", b"POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        b"GET /x?" + b"&".join([b"a=1"] * 400) + b" HTTP/1.1\r\n\r\n",
    ]
    return [await exchange(text) for text in texts]


async def pieces():
    head = b"POST /x HTTP/1.1\r\ncontent-length: 300000\r\n\r\n"
    chunks = [b"POST /x HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n", *[b"1\r\nx\r\n"] * 60_000, b"0\r\n\r\n"]
    return [await exchange(head, b"x" * 300_000), await exchange(b"".join(chunks)),
            (await exchange(b"GET /x HTTP/1.1\r\n\r\n" * 50_000), "400")[1]]


async def early():
    at_once(HOST, "connect", 99)
    got = [at_once(HOST, "read", 99, b"GET /x HTTP/1.1\r\n\r\n", 100, None)]
    request = service(HOST)("read", 99, b"GET /x HTTP/1.1\r\n\r\n", 100, 0)
    got.append(None if (await request)[0] == "timeout" else "early")
    got.append((await service(HOST)("read", 99, b"", 100, 500_000_000))[0])
    got.append((await service("body of " + HOST)("read", 99, b"", 100, 10**30))[0])
    return got
