# attack: crashes the interpreter by faulthandler and by reading nowhere
# expect: overall=errored error=does_not_import|resource_limit
import ctypes
import faulthandler

try:
    faulthandler._sigsegv()
except BaseException:
    pass
ctypes.c_int.from_address(2**32 - 8).value = 1
raise SystemExit("still here")
