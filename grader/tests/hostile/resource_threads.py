# attack: starts threads without end
# expect: overall=errored error=resource_limit|does_not_import
import threading


def again():
    thread = threading.Thread(target=again)
    thread.start()
    thread.join()


while True:
    again()
