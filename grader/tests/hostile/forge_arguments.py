# attack: calls services with arguments that no reply function and no latency function expects
# expect: overall=failed scenario=failed|errored
from overlap import _bridge, _endpoint


async def archive(read, pages):
    for text in ("null", "[]", "5", '{"t":[]}', '{"t":[[],[]]}', '{"t":[[1,2,3],{"d":[]}]}', '{"t":[[],{"d":[["a",1]]}]}', "{", ""):
        _bridge.request("call_blocking", "archive", text, None, None, None)
    return [read(page, page) for page in pages]


async def load(fetch, uids):
    return [await fetch() for uid in uids]
