# fails: posts and comments are read at the same time
# diagnosis: serial
from sqlalchemy import text

from support import engine, session_factory


async def read(sql, user_id):
    async with session_factory() as session:
        return list(await session.scalars(text(sql), {"user": user_id}))


async def dashboard(user_id):
    (name,) = await read("SELECT name FROM users WHERE id = :user", user_id)
    posts = await read("SELECT title FROM posts WHERE user_id = :user ORDER BY id", user_id)
    comments = await read("SELECT body FROM comments WHERE user_id = :user ORDER BY id", user_id)
    return {"user": name, "posts": posts, "comments": comments}
