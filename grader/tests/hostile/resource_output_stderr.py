# attack: fills sys.stderr by warnings, logging and unraisable exceptions
# expect: overall=errored error=resource_limit:output|resource_limit:cpu
import logging
import sys
import warnings

while True:
    sys.stderr.write("x" * 4096)
    logging.error("y" * 4096)
    warnings.warn("z" * 4096)
