import asyncio

from overlap.judge import raises, scenario


@scenario("values are put back")
async def put_back(world, submission):
    settings = world.shared({"debug": False})
    with submission.override(settings, debug=True, level=3) as inside:
        assert inside == {"debug": True, "level": 3}
        assert settings == {"debug": True, "level": 3}
    assert settings == {"debug": False}


@scenario("put back after an error, too")
async def after_error(world, submission):
    settings = world.shared({"debug": False})
    with raises(ValueError):
        with submission.override(settings, debug=True, level=3):
            raise ValueError
    assert settings == {"debug": False}


@scenario("ignored errors")
async def ignored(world, submission):
    settings = world.shared({"debug": False})
    with submission.override(settings, ignore=(KeyError,), debug=True):
        raise KeyError
    assert settings == {"debug": False}
    with raises(ValueError):
        with submission.override(settings, ignore=(KeyError,), debug=True):
            raise ValueError
    assert settings == {"debug": False}


@scenario("one within another")
async def nested(world, submission):
    settings = world.shared({"level": 1})
    with submission.override(settings, level=2):
        with submission.override(settings, level=3, debug=True):
            assert settings == {"level": 3, "debug": True}
        assert settings == {"level": 2}
    assert settings == {"level": 1}


@scenario("around an await")
async def around_await(world, submission):
    settings = world.shared({"level": 1})

    async def later():
        with submission.override(settings, level=2):
            await world.sleep(1)
            assert settings == {"level": 2}

    await asyncio.gather(later())
    assert settings == {"level": 1}
    assert world.elapsed == 1.0
