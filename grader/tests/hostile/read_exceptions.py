# attack: calls the judge in wrong ways and reads what its exceptions tell
# expect: overall=failed scenario=failed|errored
# limits: cpuMs=3000
FOUND = []
NEEDLE = "MARK" + "ER-"


def look(text):
    """Keep what surrounds the needle, to be carried out in the text of an exception."""
    if NEEDLE in text:
        at = text.index(NEEDLE)
        FOUND.append(text[max(0, at - 40) : at + 60])


def tell():
    raise RuntimeError(f"found: {FOUND}")


def inspect(error):
    for _ in range(10):
        if error is None:
            return
        look(repr(error))
        look(str(error))
        look(repr(error.args))
        look(repr(vars(error)))
        traceback = error.__traceback__
        while traceback is not None:
            look(repr(traceback.tb_frame.f_locals))
            traceback = traceback.tb_next
        error = error.__cause__ or error.__context__


async def trade(desk, on_step, confirm, once):
    for attempt in (
        lambda: on_step(),
        lambda: on_step(1, 2, 3),
        lambda: on_step(nothing=1),
        lambda: on_step("wrong"),
        lambda: on_step([]),
        lambda: desk.ledger,
        lambda: desk.add("text"),
        lambda: desk.add(None),
        lambda: once(None),
    ):
        try:
            attempt()
        except BaseException as error:
            inspect(error)
    for amount in (1, None, "x"):
        try:
            await confirm(amount)
        except BaseException as error:
            inspect(error)
    tell()
