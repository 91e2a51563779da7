# fails: the figures are fetched while the header is printed
# diagnosis: serial
# fails: the body waits for the figures and gets them; the body waits for the header, even when the figures are there first
# diagnosis: wrong_call_time
# fails: without a header nobody goes on fetching figures; fetching that is called off closes its connection first
# fails: a report that is cancelled calls off its steps
# Keeps the coroutine and awaits it later: until then it has not begun.
async def report(fetch, header, body):
    figures = fetch()
    top = await header()
    data = await figures
    return top, await body(data)
