# attack: floods the host with requests whose answers it never reads
# expect: overall=errored error=resource_limit:messages
import os

body = b'[[],"wait",1,0,null,null]'
frame = b"q%08x" % len(body) + body
while True:
    os.write(3, frame)
