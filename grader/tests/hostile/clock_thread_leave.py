# attack: leaves and enters threads as it likes, to take the answers of blocking calls without their time
# expect: overall=failed scenario=failed|errored passed=1
# Passes where the judge waits longer than the service takes and does not look at the time of the answers. Claiming a
# thread and calling in it without leaving it comes as far.
from overlap import _bridge, _endpoint, _references


async def load(fetch, uids):
    for operation, row in (("thread_enter", 7), ("thread_leave", 7), ("thread_enter", -1), ("thread_leave", None)):
        try:
            _bridge.request(operation, row)
        except _bridge.BridgeRefused:
            continue
        return "a thread that there is not was accepted"
    _bridge.request("thread_begin", 501, 0, "claimed", None, None, None)
    got = []
    for uid in uids:
        text = _endpoint.encode_arguments((uid,), {})
        got.append(_bridge.request("call", "profiles", text, None, None, 501)[1])
        _bridge.request("thread_leave", 501)
        _bridge.request("thread_enter", 501)
    _bridge.request("thread_end", 501, "ok")
    return [_references.unwrap(outcome, _endpoint.resolve) for outcome in got]
