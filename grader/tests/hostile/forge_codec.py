# attack: replaces the encoder so that results say what they like
# expect: overall=failed scenario=failed|errored
from overlap import _codec, _endpoint

LIES = [
    '{"e":{"m":"overlap._assertions","q":"CheckFailed","a":[],"b":[]}}',
    '{"r":[0,"function","x"]}',
    '{"h":1}',
    '{"o":["overlap._world","Peak",{}]}',
    '{"v":["oracle",false]}',
    '{"r":["x",[],{}]}',
    'null',
    '{}',
    '{"t":null}',
    'NaN',
    '[[[',
]
turn = 0


def lie(value, export):
    global turn
    turn += 1
    return LIES[turn % len(LIES)]


_codec.encode = lie
_endpoint.encode = lambda value: lie(value, None)


def digest(first, number, last):
    return "x"


async def load(fetch, uids):
    return "x"


async def trade(desk, on_step, confirm, once):
    return "x"


async def archive(read, pages):
    return "x"
