# fails: three answers in two seconds
# diagnosis: blocked_loop
async def main(get_url, greet):
    return [get_url("a"), get_url("b"), await greet()]
