# attack: looks in what the runtime keeps of itself for anything that came from the scenario
# expect: overall=failed scenario=failed|errored
import gc

from overlap import _endpoint, _mishaps, _observe, _references


def everything():
    texts = []
    for kept in (_mishaps.warned, _mishaps.unhandled, _observe.request_errors, _observe.unawaited, _references._waiting):
        texts.append(repr(kept))
    for kept in gc.get_objects():
        if type(kept) in (dict, list, tuple, set):
            try:
                texts.append(str(kept)[:2_000])
            except Exception:
                continue
    return [text for text in texts if "MARKER-" in text or "only the judge" in text]


def digest(first, number, last):
    _endpoint.table.entries.clear()
    raise RuntimeError(" ".join(text for text in everything() if "read_findings" not in text)[:500] or "nothing")
