import asyncio

from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from support import engine, session_factory


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Post(Base):
    __tablename__ = "posts"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    title: Mapped[str]


class Comment(Base):
    __tablename__ = "comments"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    body: Mapped[str]


async def read(kind, user_id):
    async with session_factory() as session:
        return (await session.scalars(select(kind).where(kind.user_id == user_id).order_by(kind.id))).all()


async def dashboard(user_id):
    async with session_factory() as session:
        user = await session.get(User, user_id)
    posts, comments = await asyncio.gather(read(Post, user_id), read(Comment, user_id))
    return {"user": user.name, "posts": [post.title for post in posts], "comments": [one.body for one in comments]}
