# attack: lets the compiler recurse
# expect: overall=errored error=resource_limit:recursion|resource_limit:memory|resource_limit:cpu|resource_limit:exit|does_not_import
# limits: cpuMs=3000
import ast

for text in ("(" * 100_000 + ")" * 100_000, "-" * 200_000 + "1", "lambda:" * 50_000 + "1", "a" + ".a" * 100_000, "x" + "[x" * 5_000 + "]" * 5_000):
    try:
        compile(text, "x", "eval")
    except (MemoryError, RecursionError, SyntaxError):
        pass
    try:
        ast.literal_eval(text)
    except (MemoryError, RecursionError, SyntaxError, ValueError):
        pass
raise RecursionError("held")
