# attack: returns subclasses of str, int and list that lie about their class and their value
# expect: overall=failed scenario=failed|errored
class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__

    @property
    def __class__(self):
        return str

    def __str__(self):
        return self

    def __repr__(self):
        return "anything"


class Row(list):
    def __eq__(self, other):
        return True

    def __iter__(self):
        return iter([Text()] * 5)


async def load(fetch, uids):
    return Row()


def digest(first, number, last):
    return Text("x")


async def trade(desk, on_step, confirm, once):
    return Text("y")
