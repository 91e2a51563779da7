import asyncio

from overlap.judge import answer, no_answer, raises, reset, scenario


def people(world, count):
    return [{"name": world.secret(number), "address": f"{world.secret(-number)}@example.com"} for number in range(count)]


@scenario("fifty mails, ten at a time", zh="x1", visible=True)
async def fifty(world, submission):
    site = world.http("https://mail.example.com", {"POST /send": answer({"queued": True}, status=202)}, latency=0.2)
    users = people(world, 50)
    assert await submission.run(submission.send_bulk, users, 10) == (50, [])
    assert world.elapsed == 1.0
    assert site.peak == 10
    assert sorted(str(request.json()) for request in site.requests) == sorted(
        str({"to": user["address"], "name": user["name"]}) for user in users)
    assert world.http_clients.opened == 1
    assert site.connections.opened == 10
    assert site.connections.reused == 40
    assert not world.blocked


@scenario("addresses that failed are told in order", zh="x2")
async def failures(world, submission):
    users = people(world, 8)
    broken = {users[1]["address"]: 500, users[4]["address"]: no_answer(), users[6]["address"]: reset()}
    site = world.http("https://mail.example.com", {"POST /send": lambda request: broken.get(request.json()["to"], 202)},
                      latency=0.2)
    assert await submission.run(submission.send_bulk, users, 3) == (5, [users[1]["address"], users[4]["address"],
                                                                        users[6]["address"]])
    assert len(site.requests) == 8


@scenario("cancelling stops sending", zh="x3")
async def cancelling(world, submission):
    site = world.http("https://mail.example.com", {"POST /send": 202}, latency=0.2)
    call = asyncio.ensure_future(submission.run(submission.send_bulk, people(world, 20), 2))
    await world.sleep(0.5)
    call.cancel()
    with raises(asyncio.CancelledError):
        await call
    await world.sleep(5.0)
    assert len(site.requests) == 6
    assert len(site.cancelled) == 2
