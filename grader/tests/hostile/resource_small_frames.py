# attack: writes one frame byte by byte
# expect: overall=errored error=resource_limit:cpu|resource_limit:messages|resource_limit:memory
import os

os.write(3, b"q00ffffff")
while True:
    os.write(3, b"[")
