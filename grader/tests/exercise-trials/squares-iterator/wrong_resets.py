# fails: a loop goes on where next() stopped
# diagnosis: wrong_value
class Squares:
    def __init__(self, count):
        self.count, self.next = count, 0

    def __iter__(self):
        self.next = 0
        return self

    def __next__(self):
        if self.next >= self.count:
            raise StopIteration
        self.next += 1
        return (self.next - 1) ** 2
