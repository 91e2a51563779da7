class ProfileError(Exception):
    """A profile could not be loaded; `__cause__` tells what went wrong."""
