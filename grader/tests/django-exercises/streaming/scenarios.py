from overlap.judge import scenario


@scenario("parts as they come")
async def parts(world, submission):
    world.service("read", latency=0.5, reply=lambda n: f"part {n}\n")
    answer = await submission.client.get("/stream/")
    assert [(chunk.at, chunk.body) for chunk in answer.chunks] == [
        (0.5, b"part 0\n"), (1.0, b"part 1\n"), (1.5, b"part 2\n")]
    assert (answer.began, answer.ended) == (0.0, 1.5)
    assert not world.blocked


@scenario("a visitor who goes away")
async def gone(world, submission):
    read = world.service("read", latency=0.5, reply=lambda n: f"part {n}\n")
    request = submission.client.start("GET", "/stream/")
    await world.sleep(0.7)
    assert [chunk.body for chunk in request.chunks] == [b"part 0\n"]
    request.disconnect()
    await request.call
    assert world.elapsed == 0.7
    assert len(read.cancelled) == 1
    slow = submission.client.start("GET", "/slow/")
    await world.sleep(0.1)
    slow.disconnect()
    await slow.call
    assert (slow.call.sent, len(read.cancelled)) == ([], 2)
    assert submission.cleaned_up == 2
    assert not world.leaked_tasks


@scenario("files")
async def files(world, submission):
    answer = await submission.client.post(
        "/upload/", form={"title": "x"}, files={"file": ("a.txt", "one\ntwo\n", "text/plain"), "other": ("b", b"\xff")})
    assert answer.json() == {"title": "x", "lines": 2, "name": "a.txt", "type": "text/plain", "size": 1}
    download = await submission.client.get("/download/")
    assert download.body == b"\x00\x01"
    assert download.headers["content-disposition"] == 'attachment; filename="data.bin"'
    assert download.headers["cache-control"] == "max-age=60"
    assert download.cookies == {"seen": "yes"}
