"""What a scenarios.py uses: `from overlap.judge import scenario, raises`."""

from ._remote import raises
from ._run import scenario

__all__ = ["raises", "scenario"]
