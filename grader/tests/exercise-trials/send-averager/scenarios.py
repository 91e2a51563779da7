from support import Reset

from overlap.judge import raises, scenario


class Closing:
    count = 0

    def on_close(self):
        self.count += 1


@scenario("averages of what is sent")
async def averages(world, submission):
    averager = submission.averager(Closing().on_close)
    assert next(averager) is None
    assert [averager.send(x) for x in (10, 20, 3)] == [10.0, 15.0, 11.0]


@scenario("a reset")
async def reset(world, submission):
    averager = submission.averager(Closing().on_close)
    next(averager)
    averager.send(10)
    assert averager.throw(Reset()) is None
    assert averager.send(4) == 4.0


@scenario("closing")
async def closing(world, submission):
    closing = Closing()
    averager = submission.averager(closing.on_close)
    next(averager)
    averager.send(10)
    averager.close()
    assert closing.count == 1
    averager.close()
    assert closing.count == 1
    assert not world.trouble


@scenario("the end gives the last average")
async def the_end(world, submission):
    averager = submission.averager(Closing().on_close)
    next(averager)
    averager.send(10)
    averager.send(20)
    with raises(StopIteration) as caught:
        averager.send(None)
    assert caught.value.value == 15.0
