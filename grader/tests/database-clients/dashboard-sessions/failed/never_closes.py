# fails: every session is closed when one fails
import asyncio

from sqlalchemy import text

from support import engine, session_factory


async def read(sql, user_id):
    session = session_factory()
    rows = (await session.scalars(text(sql), {"user": user_id})).all()
    await session.close()
    return rows


async def dashboard(user_id):
    (name,) = await read("SELECT name FROM users WHERE id = :user", user_id)
    posts, comments = await asyncio.gather(
        read("SELECT title FROM posts WHERE user_id = :user ORDER BY id", user_id),
        read("SELECT body FROM comments WHERE user_id = :user ORDER BY id", user_id))
    return {"user": name, "posts": posts, "comments": comments}
