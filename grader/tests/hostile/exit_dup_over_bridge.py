# attack: puts a file in the place of the bridge device, with answers of its own
# expect: overall=errored error=does_not_import|resource_limit
import os

with open("/scratch/answers", "wb") as answers:
    answers.write(b"0000000b" + b'["ok",null]')
descriptor = os.open("/scratch/answers", os.O_RDWR)
os.dup2(descriptor, 3)
