# attack: writes one frame to the device that never ends
# expect: overall=errored error=resource_limit:messages|resource_limit:memory|resource_limit:cpu|does_not_import
import os

os.write(3, b"qffffffff")
while True:
    os.write(3, b"[" * 65536)
