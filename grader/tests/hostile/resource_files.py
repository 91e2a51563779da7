# attack: makes files, folders and descriptors without end
# expect: overall=errored error=resource_limit:memory|resource_limit:cpu|does_not_import
import os

kept = []
number = 0
while True:
    number += 1
    try:
        os.mkdir(f"/scratch/{number}")
        kept.append(os.open(f"/scratch/{number}/file", os.O_CREAT | os.O_RDWR))
        kept.append(os.dup(kept[-1]))
    except OSError:
        pass
