# attack: floods the host with requests whose answers it never reads
# expect: overall=errored error=resource_limit:messages
import os

frame = b'q%08x[[],"wait",1,0,null,null]' % 26
while True:
    os.write(3, frame)
