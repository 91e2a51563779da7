# attack: uses reference number zero, which on the judge side must not lead anywhere
# expect: overall=failed scenario=failed|errored
from overlap import _bridge


async def trade(desk, on_step, confirm, once):
    answers = []
    for name in ("__class__", "__reduce_ex__", "__getattribute__", "__dir__", "__doc__"):
        for operation, text in (("get", None), ("call", '{"t":[[2],{"d":[]}]}')):
            answers.append(_bridge.request("ask", 0, operation, name, text))
    usable = [answer for answer in answers if answer[0] == "ok"]
    return "confirmed" if not usable else f"MARKER-USABLE {usable}"
