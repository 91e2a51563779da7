# attack: overwrites the bottom of memory
# expect: overall=errored error=does_not_import|resource_limit
import ctypes

(ctypes.c_char * 1_000_000).from_address(0)[:] = b"\xff" * 1_000_000
(ctypes.c_char * 5_000_000).from_address(1_000_000)[:] = b"\x00" * 5_000_000
raise SystemExit("still here")
