# attack: overwrites the types and None in memory
# expect: overall=errored error=does_not_import|resource_limit
import ctypes

for victim in (None, int, str, type, True, ()):
    ctypes.c_uint64.from_address(id(victim) + 4).value = 0x41414141
raise SystemExit("still here")
