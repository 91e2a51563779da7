try:
    import overlap._student
    overlap._student.install()
except BaseException as error:
    import traceback
    say("".join(traceback.format_exception(error)))
    raise
