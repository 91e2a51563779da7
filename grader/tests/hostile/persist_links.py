# attack: leaves files behind through symbolic links out of the scratch folder
# expect: overall=failed scenario=failed|errored
import os

found = []
for name, target in (("/scratch/a", "/home"), ("/tmp/b", "/lib/python3.14"), ("/scratch/c", "/dev"), ("/scratch/d", "/overlap/overlap")):
    try:
        os.symlink(target, name)
        with open(f"{name}/left.py", "x") as left:
            left.write("raise RuntimeError('MARKER-LEFT')")
    except FileExistsError as error:
        found.append(str(error))
    except OSError:
        pass
if found:
    raise RuntimeError(f"MARKER-LEFT {found}")
