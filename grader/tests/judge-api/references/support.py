"""Nothing but types."""

import dataclasses


@dataclasses.dataclass
class Point:
    x: int
    y: int
