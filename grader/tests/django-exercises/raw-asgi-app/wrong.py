# fails: the whole body comes back; five at once; start-up and shut-down; a client that goes away
import time


async def application(scope, receive, send):
    if scope["type"] == "websocket":
        raise ValueError("http only")
    message = await receive()
    while scope["type"] == "lifespan":
        await receive()
    time.sleep(0.5)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": message["body"]})
