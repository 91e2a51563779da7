# attack: closes the bridge device
# expect: overall=errored error=does_not_import|resource_limit
import os

os.close(3)
os.closerange(0, 256)
