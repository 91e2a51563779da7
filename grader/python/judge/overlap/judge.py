"""What a scenarios.py imports: `from overlap.judge import raises, scenario`."""

from ._answers import answer, no_answer, reset
from ._questions import about
from ._raises import raises, raises_group
from ._remote import inside_loop, outside_loop
from ._run import scenario
from ._telling import tell

__all__ = ["about", "answer", "inside_loop", "no_answer", "outside_loop", "raises", "raises_group", "reset", "scenario", "tell"]
