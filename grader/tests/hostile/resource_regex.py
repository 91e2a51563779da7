# attack: never ends, in a regular expression
# expect: overall=errored error=resource_limit:cpu
import re

re.match(r"(a+)+$", "a" * 60 + "b")
