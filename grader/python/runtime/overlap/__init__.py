"""What an exercise's support.py may use: simulated services, by name. Everything else here is the runtime's own."""

from ._student import blocking_service, service

__all__ = ["blocking_service", "service"]
