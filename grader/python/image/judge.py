try:
    import os
    import overlap
    import overlap._sql
    import overlap._zones
    overlap._zones.install()
    wheels = sorted("/overlap/wheels/" + name for name in os.listdir("/overlap/wheels"))
    sys.path[1:1] = wheels
    from django.db.backends.sqlite3._functions import register
    from django.utils.dateparse import parse_date, parse_datetime, parse_time
    overlap._sql.install(register, parse_date, parse_time, parse_datetime)
    # For the database only: scenarios have no Django, and a support.py that imports it is not for the judge.
    sys.path[:] = [entry for entry in sys.path if entry not in wheels]
    for name in [name for name in sys.modules if name.partition(".")[0] in ("django", "asgiref", "sqlparse")]:
        del sys.modules[name]
    import overlap._run
    import overlap.judge
    overlap._run.install()
except BaseException as error:
    import traceback
    say("".join(traceback.format_exception(error)))
    raise
