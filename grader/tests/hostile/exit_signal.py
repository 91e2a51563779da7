# attack: kills itself by signals and asks for alarms
# expect: overall=errored error=does_not_import|resource_limit
import os
import signal

for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV, signal.SIGABRT):
    for target in (os.getpid(), os.getppid(), 1, 0, -1):
        try:
            os.kill(target, number)
        except (OSError, AttributeError):
            pass
raise SystemExit("still here")
