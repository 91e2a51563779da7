# attack: keeps as many threads as it can get, and asks for more
# expect: overall=errored error=resource_limit:cpu|resource_limit:memory|resource_limit:steps
import threading
import time

while True:
    try:
        threading.Thread(target=time.sleep, args=(10**6,)).start()
    except RuntimeError:
        pass
