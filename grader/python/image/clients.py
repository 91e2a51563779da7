try:
    import os
    sys.path[1:1] = [entry for entry in sorted("/overlap/wheels/" + name for name in os.listdir("/overlap/wheels"))
                     if entry not in sys.path]
    import overlap_clients
    overlap_clients.install()
except BaseException as error:
    import traceback
    say("".join(traceback.format_exception(error)))
    raise
