# attack: maps the standard library for reading, and patches the record of the mapping so that it is written back
# expect: overall=failed|errored scenario=failed|errored|killed error=resource_limit:exit|does_not_import
import ctypes
import mmap
import os
import struct


def digest(first, number, last):
    """What isolates share must not be writable from any of them."""
    descriptor = os.open("/lib/python314.zip", os.O_RDONLY)
    before = os.pread(descriptor, 64, 0)
    mapped = mmap.mmap(descriptor, 65536, flags=mmap.MAP_SHARED, prot=mmap.PROT_READ)
    memory = (ctypes.c_char * (24 << 20)).from_address(0)
    text = bytes(memoryview(memory))
    at = 0
    while (at := text.find(before, at + 1)) > 0:
        pointer = struct.pack("<I", at)
        record = 0
        while (record := text.find(pointer, record + 1)) > 0:
            if text[record + 4 : record + 8] == struct.pack("<I", 65536):
                for offset in range(8, 48, 4):
                    if text[record + offset : record + offset + 4] == struct.pack("<I", mmap.PROT_READ):
                        ctypes.c_uint32.from_address(record + offset).value = mmap.PROT_READ | mmap.PROT_WRITE
        ctypes.c_char.from_address(at).value = b"!"
    mapped.close()
    after = os.pread(descriptor, 64, 0)
    return "x" if after == before else "MARKER-WRITTEN"
