# The first step for a submission's image: threads of ours below everything of the standard library that uses them. The
# package itself would import all the rest, so that it is not run yet.
import sys

sys.path.insert(0, "/overlap")
sys.modules["overlap"] = package = type(sys)("overlap")
package.__path__ = ["/overlap/overlap"]
import overlap._threads

if "threading" in sys.modules or "functools" in sys.modules:
    raise SystemError("too late: the library has its locks already")
overlap._threads.install()
del sys.modules["overlap"]
