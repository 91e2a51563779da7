import asyncio

from overlap.judge import scenario


@scenario("three requests at once")
async def three(world, submission):
    status = world.service("status", latency=1.0, reply="fine")
    for path in ("/status/", "/view/"):
        with world.measure() as measured:
            answers = await asyncio.gather(*(submission.client.get(path) for _ in range(3)))
        assert [answer.json() for answer in answers] == [{"status": "fine"}] * 3
        assert measured.elapsed == 1.0
    assert not world.blocked
    assert len(status.calls) == 6
    assert not any(call.in_thread for call in status.calls)


@scenario("methods")
async def methods(world, submission):
    world.service("status", latency=1.0, reply="fine")
    answer = await submission.client.post("/view/", form={"note": "hi"})
    assert answer.json() == {"noted": "hi"}
    put = await submission.client.put("/view/", body=b"x")
    assert (put.status, put.headers["allow"]) == (405, "GET, POST, HEAD, OPTIONS")
    assert (await submission.client.options("/view/")).headers["allow"] == "GET, POST, HEAD, OPTIONS"
    head = await submission.client.head("/view/")
    assert (head.status, head.body) == (200, b"")
    assert submission.StatusView.view_is_async is True
