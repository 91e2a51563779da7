from dataclasses import dataclass

from overlap import blocking_service, service


class SoldOut(Exception):
    pass


@dataclass
class Ticket:
    seat: str
    price: int


buy = service("shop")
buy_slowly = blocking_service("shop")
