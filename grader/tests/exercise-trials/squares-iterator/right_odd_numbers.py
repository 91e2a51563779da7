class Squares:
    def __init__(self, count):
        self.left, self.square, self.odd = count, 0, 1

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration()
        square = self.square
        self.left, self.square, self.odd = self.left - 1, square + self.odd, self.odd + 2
        return square
