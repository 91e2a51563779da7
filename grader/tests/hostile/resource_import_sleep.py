# attack: sleeps for years while it is imported
# expect: overall=errored error=out_of_time
import time

while True:
    time.sleep(10**9)
