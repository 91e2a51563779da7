"""The steps of the import, without any decoration."""

from overlap import service

_pages = service("pages")
_shelf = service("shelf")


async def fetch_page(number, *, attempts=1):
    """One page of the catalogue."""
    return await _pages(number, attempts)


async def store_page(page, shelf="main"):
    """Puts a page on a shelf and tells where it stands."""
    return await _shelf(page, shelf)
