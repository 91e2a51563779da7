# attack: ends the process by the function below os
# expect: overall=errored error=resource_limit:exit
import posix

posix._exit(0)
