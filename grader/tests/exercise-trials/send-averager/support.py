class Reset(Exception):
    """Thrown into the averager to begin anew."""
