# attack: fills the scratch folder
# expect: overall=errored error=resource_limit:memory|resource_limit:cpu|does_not_import
with open("/scratch/big", "wb") as big:
    while True:
        big.write(b"x" * (4 << 20))
