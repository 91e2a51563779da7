# fails: the whole body comes back; five at once; a client that goes away
# Sends what no server would take.
strange = [
    [{"type": "http.response.start", "status": 200, "headers": []}, {"type": "http.response.body", "body": 10**10}],
    [{"type": "http.response.start", "status": 200, "headers": [1, (b"a",)]}, {"type": "http.response.body"}],
    [{"type": "http.response.start", "status": [], "headers": {"set-cookie": 1}}, {"type": "http.response.body"}],
    [{"type": "http.response.body", "body": b"x"}],
    [],
]


async def application(scope, receive, send):
    if scope["type"] == "websocket":
        raise ValueError
    if scope["type"] == "lifespan":
        for _ in range(2):
            await send({"type": (await receive())["type"] + ".complete"})
        return
    body = (await receive())["body"]
    if body == b"x":  # this client only: the lifespan is fine
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"x"})
        return
    for message in strange[int(body) if body.isdigit() else 0]:
        await send(message)
    try:
        await send("no message")
    except TypeError:
        await send({"type": "http.response.body", "body": b"after the end"})
