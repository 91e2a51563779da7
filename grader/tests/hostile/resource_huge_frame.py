# attack: writes one frame to the device that never ends
# expect: overall=errored error=resource_limit:messages|memory|cpu|does_not_import
import os

os.write(3, b"qffffffff")
while True:
    os.write(3, b"[" * 65536)
