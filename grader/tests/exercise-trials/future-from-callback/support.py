import asyncio


class Api:
    """Calls back when the answer is there; `answers` tells for each URL what comes, and when."""

    def __init__(self, answers):
        self.answers, self.aborted = answers, []

    def get(self, url, on_ok, on_error):
        loop = asyncio.get_running_loop()
        for seconds, kind, value in self.answers[url]:
            loop.call_later(seconds, on_ok if kind == "ok" else on_error, value)

    def abort(self, url):
        self.aborted.append(url)
