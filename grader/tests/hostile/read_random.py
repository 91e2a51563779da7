# attack: predicts the random source of the judge, because its own is seeded alike
# expect: overall=failed scenario=failed|errored
import random

drawn = random.Random(1)
guesses = [drawn.randrange(10**9) for _ in range(2)]
random.seed(1)
guesses += [random.randrange(10**9) for _ in range(2)]


async def load(fetch, uids):
    value = await fetch(uids[0])
    return ["MARKER-PREDICTED"] if value in guesses else ["nothing"]
