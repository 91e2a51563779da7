from overlap.judge import answer, raises, scenario
from support import FOLLOWERS, POSTS, PROFILES


def hosts(world, profile=None, posts=None, followers=None):
    def said(kind, replaced):
        return {"GET /users/{id}": replaced or (lambda request: {kind: world.secret((kind, request.params["id"]))})}

    return (world.http(PROFILES, said("profile", profile), latency=0.3),
            world.http(POSTS, said("posts", posts), latency=0.5),
            world.http(FOLLOWERS, said("followers", followers), latency=0.8))


@scenario("three hosts are asked at once", zh="x1", visible=True)
async def at_once(world, submission):
    sites = hosts(world)
    got = await submission.load_profile(7)
    assert got == {kind: {kind: world.secret((kind, "7"))} for kind in ("profile", "posts", "followers")}
    assert world.elapsed == 0.8
    assert [site.peak for site in sites] == [1, 1, 1]
    assert [site.connections.open for site in sites] == [0, 0, 0]
    assert world.http_clients.opened == world.http_clients.closed == 1
    assert not world.leaked_tasks


@scenario("an optional part that fails is None", zh="x2")
async def optional(world, submission):
    hosts(world, followers=500)
    got = await submission.load_profile(7)
    assert got["followers"] is None
    assert got["posts"] == {"posts": world.secret(("posts", "7"))}


@scenario("a profile that is missing stops the rest", zh="x3")
async def required(world, submission):
    _, posts, followers = hosts(world, profile=404)
    with raises("HTTPStatusError"):
        await submission.load_profile(7)
    assert world.elapsed == 0.3
    assert len(posts.cancelled) == len(followers.cancelled) == 1
    assert not world.leaked_tasks
