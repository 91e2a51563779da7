# attack: aborts the process
# expect: overall=errored error=resource_limit:exit|resource_limit:recursion
import os

os.abort()
