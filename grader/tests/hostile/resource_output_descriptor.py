# attack: writes to the descriptors of the terminal without end
# expect: overall=errored error=resource_limit:cpu|resource_limit:output
import os

while True:
    os.write(1, b"x" * 65536)
    os.write(2, b"x" * 65536)
