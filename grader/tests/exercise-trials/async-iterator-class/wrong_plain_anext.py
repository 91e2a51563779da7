# fails: items arrive when they are put in; what is there already comes at once
# diagnosis: exception
class Feed:
    def __init__(self, queue):
        self.queue = queue

    def __aiter__(self):
        return self

    def __anext__(self):
        item = self.queue.get_nowait()
        if item is None:
            raise StopAsyncIteration
        return item
