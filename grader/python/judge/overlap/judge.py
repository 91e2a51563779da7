"""What a scenarios.py uses: `from overlap.judge import scenario, raises`."""

from ._answers import answer, no_answer, reset
from ._remote import raises
from ._run import scenario

__all__ = ["answer", "no_answer", "raises", "reset", "scenario"]
