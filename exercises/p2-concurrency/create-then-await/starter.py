async def report(fetch, header, body):
    top = await header()
    data = await fetch()
    return top, await body(data)
