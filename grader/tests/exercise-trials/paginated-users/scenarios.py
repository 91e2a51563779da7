from overlap.judge import scenario


def pages_of(world, count):
    users = [world.secret(number) for number in range(count)]
    fetch = world.service("fetch_page", latency=0.2, reply=lambda offset, limit: users[offset : offset + limit])
    return users, fetch


def offsets(fetch):
    return [offset for offset, _ in fetch.order]


async def listed(users, most=400):
    """All of them; no more than a right solution could give."""
    got = []
    async for user in users:
        got.append(user)
        if len(got) == most:
            break
    return got


@scenario("250 users")
async def two_and_a_half_pages(world, submission):
    users, fetch = pages_of(world, 250)
    assert await listed(submission.all_users(fetch)) == users
    assert offsets(fetch)[:3] == [0, 100, 200] and offsets(fetch)[3:] in ([], [300])
    assert fetch.peak == 1
    assert world.elapsed == 0.2 * fetch.call_count
    assert not world.trouble


@scenario("200 users")
async def two_pages(world, submission):
    users, fetch = pages_of(world, 200)
    assert await listed(submission.all_users(fetch)) == users
    assert offsets(fetch) == [0, 100, 200]
    assert not world.trouble


@scenario("stopping after 150")
async def stopping(world, submission):
    users, fetch = pages_of(world, 1000)
    assert await listed(submission.all_users(fetch), 150) == users[:150]
    assert fetch.call_count == 2
    assert world.elapsed == 0.4


@scenario("nobody")
async def nobody(world, submission):
    _, fetch = pages_of(world, 0)
    assert await listed(submission.all_users(fetch)) == []
    assert fetch.call_count == 1
