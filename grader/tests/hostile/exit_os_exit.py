# attack: ends the process
# expect: overall=errored error=resource_limit:exit
import os

os._exit(0)
