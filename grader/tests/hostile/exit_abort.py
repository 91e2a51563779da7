# attack: aborts the process
# expect: overall=errored error=resource_limit:exit|recursion
import os

os.abort()
