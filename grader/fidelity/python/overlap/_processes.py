"""Process pools are the product's simulation on both sides: a service of the world cannot be called from another process.
Its workers are real threads here."""

from . import take_over

take_over("_processes", globals())
