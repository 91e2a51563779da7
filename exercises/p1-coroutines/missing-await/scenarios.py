"""A shop with three slow steps. The order of their starts and ends is the host's record."""

import asyncio

from overlap.judge import raises, scenario


class Api:
    """What the checkout is given."""

    def __init__(self, reserve, pay, email):
        self.reserve, self.pay, self.email = reserve, pay, email


class Refused(Exception):
    """The bank says no, or the shelf is empty."""


def shop(world, *, seconds=(0.2, 0.5, 0.1), **failures):
    """The three services and the API made of them; a receipt belongs to its cart and cannot be guessed."""
    replies = {"reserve": None, "pay": lambda cart: world.secret(cart), "email": None}
    services = [
        world.service(name, latency=latency, reply=reply, fail=failures.get(name))
        for (name, reply), latency in zip(replies.items(), seconds)
    ]
    return world.expose(Api(*services), "reserve", "pay", "email"), *services


ALL_STEPS = ["reserve starts", "reserve ends", "pay starts", "pay ends", "email starts", "email ends"]


@scenario(
    "one step after another, and the receipt in the end",
    zh="一步接一步，最后得到收据",
    visible=True,
    hint="Every step has to be waited for, where it stands.",
    hint_zh="每一步都要就地等它做完。",
)
async def one_cart(world, submission):
    class Api:
        reserve = world.service("reserve", latency=0.2)
        pay = world.service("pay", latency=0.5, reply=lambda cart: f"receipt for {cart}")
        email = world.service("email", latency=0.1)

    api = world.expose(Api(), "reserve", "pay", "email")
    receipt = await submission.checkout(api, "two books")
    assert world.events == [
        "reserve starts", "reserve ends",
        "pay starts", "pay ends",
        "email starts", "email ends",
    ]
    assert receipt == "receipt for two books"
    assert world.elapsed == 0.8
    assert not world.trouble


@scenario(
    "every step gets what it needs, however long the others take",
    zh="无论各步耗时多少，每一步都拿到它需要的东西",
    weight=2,
    hint="The e-mail needs the receipt, and there is none before the payment is over.",
    hint_zh="发邮件需要收据，而付款完成之前并没有收据。",
)
async def other_times(world, submission):
    api, reserve, pay, email = shop(world, seconds=(1.5, 0.3, 0.7))
    receipt = await submission.checkout(api, "a lamp")
    assert world.events == ALL_STEPS
    assert receipt == world.secret("a lamp")
    assert (reserve.order, pay.order, email.order) == (["a lamp"], ["a lamp"], [receipt])
    assert world.elapsed == 2.5
    assert not world.trouble


@scenario(
    "a refused payment: no e-mail is sent",
    zh="付款被拒：不发邮件",
    weight=2,
    hint="An exception at the payment must leave `checkout` there and then.",
    hint_zh="付款时出现的异常，应当在那一刻就离开 `checkout`。",
)
async def payment_refused(world, submission):
    refused = Refused("card expired")
    api, _, _, email = shop(world, pay=refused)
    with raises(Refused) as caught:
        await submission.checkout(api, "a piano")
    assert email.call_count == 0
    assert caught.value is refused
    assert world.events == ["reserve starts", "reserve ends", "pay starts", "pay fails"]
    assert world.elapsed == 0.7
    assert not world.trouble


@scenario(
    "nothing on the shelf: nobody is charged",
    zh="没有货：不向任何人收款",
    hint="What is not in stock cannot be sold: the payment begins when the reservation has succeeded.",
    hint_zh="没有货就不能卖：留货成功之后才开始付款。",
)
async def out_of_stock(world, submission):
    api, _, pay, _ = shop(world, reserve=Refused("none left"))
    with raises(Refused):
        await submission.checkout(api, "a unicorn")
    assert pay.call_count == 0
    assert world.events == ["reserve starts", "reserve fails"]
    assert world.elapsed == 0.2
    assert not world.trouble


@scenario(
    "the e-mail belongs to the checkout, with its failure, too",
    zh="邮件也是结账的一部分，失败了也算",
    hint="`checkout` is over when the e-mail is, not when it has been begun.",
    hint_zh="邮件发完，`checkout` 才算结束，而不是开始发就算完。",
)
async def email_fails(world, submission):
    api, *_ = shop(world, email=Refused("no such address"))
    with raises(Refused):
        await submission.checkout(api, "a map")
    assert world.events == [*ALL_STEPS[:-1], "email fails"]
    assert world.elapsed == 0.8
    assert not world.trouble


@scenario(
    "three customers at the same time",
    zh="三位顾客同时结账",
    hint="Within one checkout the steps wait for each other; different checkouts do not.",
    hint_zh="同一次结账里各步要先后等待，不同顾客的结账互不等待。",
)
async def three_customers(world, submission):
    api, reserve, pay, email = shop(world)
    carts = ["tea", "coffee", "cocoa"]
    receipts = await asyncio.gather(*(submission.checkout(api, cart) for cart in carts))
    assert world.elapsed == 0.8
    assert (reserve.peak, pay.peak, email.peak) == (3, 3, 3)
    assert receipts == [world.secret(cart) for cart in carts]
    assert not world.trouble
