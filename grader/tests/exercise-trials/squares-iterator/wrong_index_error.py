# fails: the first squares; a loop goes on where next() stopped
# diagnosis: exception
# fails: once it is empty, it stays empty
# diagnosis: expected_exception
class Squares:
    def __init__(self, count):
        self.count, self.next = count, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.next >= self.count:
            raise IndexError
        self.next += 1
        return (self.next - 1) ** 2
