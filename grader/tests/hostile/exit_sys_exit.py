# attack: calls sys.exit while it is imported
# expect: overall=errored error=does_not_import
import sys

sys.exit(0)
