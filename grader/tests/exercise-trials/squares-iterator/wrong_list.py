# fails: a long one begins at once
# status: killed
class Squares:
    def __init__(self, count):
        self.squares = [n * n for n in range(count)]

    def __iter__(self):
        return self

    def __next__(self):
        if not self.squares:
            raise StopIteration
        return self.squares.pop(0)
