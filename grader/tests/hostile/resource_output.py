# attack: prints without end
# expect: overall=errored error=resource_limit:output
while True:
    print("All scenarios passed! " * 1000)
