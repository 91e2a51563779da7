try:
    import overlap
    import overlap._run
    import overlap.judge
    overlap._run.install()
except BaseException as error:
    import traceback
    say("".join(traceback.format_exception(error)))
    raise
