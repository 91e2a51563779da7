try:
    import os
    wheels = sorted("/overlap/wheels/" + name for name in os.listdir("/overlap/wheels"))
    sys.path[1:1] = wheels
    import overlap._student
    overlap._student.install()
    from overlap import _django
    _django.preload(wheels)
except BaseException as error:
    import traceback
    say("".join(traceback.format_exception(error)))
    raise
