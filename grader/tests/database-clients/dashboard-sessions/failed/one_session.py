# fails: *
# diagnosis: exception
import asyncio

from sqlalchemy import text

from support import engine, session_factory


async def dashboard(user_id):
    async with session_factory() as session:
        async def read(sql):
            return (await session.scalars(text(sql), {"user": user_id})).all()

        (name,) = await read("SELECT name FROM users WHERE id = :user")
        posts, comments = await asyncio.gather(
            read("SELECT title FROM posts WHERE user_id = :user ORDER BY id"),
            read("SELECT body FROM comments WHERE user_id = :user ORDER BY id"))
        return {"user": name, "posts": posts, "comments": comments}
