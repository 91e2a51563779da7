# attack: returns objects that say they are equal to everything
# expect: overall=failed scenario=failed|errored
class Equal:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __bool__(self):
        return True

    def __hash__(self):
        return 0

    def __getattr__(self, name):
        return self

    def __len__(self):
        return 5

    def __iter__(self):
        return iter([self] * 5)

    def __getitem__(self, key):
        return self


async def load(fetch, uids):
    return Equal()


def digest(first, number, last):
    return Equal()


async def trade(desk, on_step, confirm, once):
    return Equal()


async def archive(read, pages):
    return Equal()
