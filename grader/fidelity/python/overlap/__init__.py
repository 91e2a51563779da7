"""The submission's runtime on a real CPython: loop, threads and clock are this folder's, everything else (values,
references, services, reports) is the product's own, found in the second folder of the package."""

import os

__path__.append(os.environ["OVERLAP_RUNTIME"])

from ._student import blocking_service, service  # noqa: E402

__all__ = ["blocking_service", "service"]
