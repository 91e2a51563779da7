class Line(str):
    """A line of a log; counts how many are held at the moment."""

    held = most = 0

    def __new__(cls, text):
        Line.held += 1
        Line.most = max(Line.most, Line.held)
        return super().__new__(cls, text)

    def __del__(self):
        Line.held -= 1


def long_log(count):
    """So many lines, every tenth one an error."""
    return (Line(f"{'error' if number % 10 == 0 else 'info'} {number}") for number in range(count))
