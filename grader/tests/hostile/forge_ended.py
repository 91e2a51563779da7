# attack: tells the host over the device that the scenario has ended well
# expect: overall=failed scenario=failed|errored
from overlap import _bridge

for verdict in ("passed", "errored"):
    try:
        _bridge.request("ended", {"status": verdict, "message": None, "facts": [], "origin": None, "line": None})
    except _bridge.BridgeRefused:
        pass
