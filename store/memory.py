"""Has the process give freed memory back to the system: a large upload would stay in the server's memory for days."""

import ctypes
import sys

import pyarrow as pa

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_LARGE = 64 << 10
"""Bytes of a piece of memory that is mapped by itself, so that it goes as soon as it is freed. By default glibc raises
this to megabytes as large pieces come and go, and what is freed between small ones then stays (mallopt(3)): the same
upload of 50,000 rows took 331 MB instead of 438."""


def give_back_freed_memory() -> None:
    """Set the allocators of C and Arrow for this process. Nothing where the C library is not glibc."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return
    mallopt(_M_MMAP_THRESHOLD, _LARGE)
    mallopt(_M_TRIM_THRESHOLD, _LARGE)
    pa.set_memory_pool(pa.system_memory_pool())  # Arrow's own keeps what it has had once
