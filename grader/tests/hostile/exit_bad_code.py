# attack: replaces its own code object by bytes that mean nothing
# expect: overall=errored error=does_not_import|resource_limit
def victim():
    return 1


victim.__code__ = victim.__code__.replace(co_code=bytes(range(2, 250, 2)) * 3)
victim()
