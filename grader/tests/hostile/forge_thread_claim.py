# attack: claims to be on a thread, so that blocking calls cost the loop nothing
# expect: overall=failed scenario=failed|errored
from overlap import _bridge, _waiting


async def archive(read, pages):
    got = []
    for row, page in enumerate(pages, 900):
        _bridge.note("thread", row, None, "claimed", None)
        _waiting.here.ident, _waiting.here.row = row, row
        got.append(read(page))
        _bridge.note("end", row, None, "ok", None)
    return got
