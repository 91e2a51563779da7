def async_timed(report):
    def decorator(function):
        def wrapper(*args, **kwargs): ...

        return wrapper

    return decorator
