# attack: never ends, and catches everything that could stop it
# expect: overall=errored error=resource_limit:cpu
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
    finally:
        continue_ = True
