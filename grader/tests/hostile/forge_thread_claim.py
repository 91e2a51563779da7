# attack: claims to be on a thread, so that blocking calls cost the loop nothing
# expect: overall=failed scenario=failed|errored
from overlap import _bridge, _endpoint, _references


async def archive(read, pages):
    got = []
    for row, page in enumerate(pages, 900):
        _bridge.request("thread_begin", row, 0, "claimed", None, None, None)
        text = _endpoint.encode_arguments((page,), {})
        outcome = _bridge.request("call_blocking", "archive", text, None, None, row)
        _bridge.request("thread_end", row, "ok")
        got.append(_references.unwrap(outcome, _endpoint.resolve))
    return got
