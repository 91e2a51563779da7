"""What `inspect` says of a function, class or object, as plain data: the judge's questions about form."""

import inspect

_TEXT = 500


def describe(target):
    """A dict of names, texts and answers; every text is bounded."""
    try:
        signature = inspect.signature(target)
    except (TypeError, ValueError):
        signature = None
    parameters = [] if signature is None else list(signature.parameters.values())[:50]
    annotations = {p.name: _annotation(p.annotation) for p in parameters if p.annotation is not p.empty}
    if signature is not None and signature.return_annotation is not signature.empty:
        annotations["return"] = _annotation(signature.return_annotation)
    return {
        "name": _text(getattr(target, "__name__", "")),
        "qualname": _text(getattr(target, "__qualname__", "")),
        "module": _text(getattr(target, "__module__", "")),
        "doc": _text(inspect.getdoc(target) or ""),
        "type": _text(type(target).__name__),
        "signature": None if signature is None else _text(signature),
        "parameters": [_text(p.name) for p in parameters],
        "annotations": annotations,
        "is_coroutine_function": inspect.iscoroutinefunction(target) or _has_async_call(target),
        "is_async_generator_function": inspect.isasyncgenfunction(target),
        "is_generator_function": inspect.isgeneratorfunction(target),
        "is_coroutine": inspect.iscoroutine(target),
        "is_awaitable": inspect.isawaitable(target),
        "is_async_generator": inspect.isasyncgen(target),
        "is_generator": inspect.isgenerator(target),
        "is_class": inspect.isclass(target),
        "is_wrapper": hasattr(target, "__wrapped__"),
    }


def _has_async_call(target):
    """Objects with an `async def __call__` are as good as a function."""
    return not inspect.isclass(target) and inspect.iscoroutinefunction(getattr(type(target), "__call__", None))


def _annotation(annotation):
    return _text(annotation if isinstance(annotation, str) else inspect.formatannotation(annotation))


def _text(value):
    return str(value)[:_TEXT]
