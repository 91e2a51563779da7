import asyncio

from sqlalchemy import exc, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

engine = create_async_engine("postgresql+asyncpg://db.example.com/library")
sessions = async_sessionmaker(engine, expire_on_commit=False)


class Base(DeclarativeBase):
    pass


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    pages: Mapped[int | None]


async def objects():
    async with sessions() as session:
        one = await session.get(Book, 1)
        same = await session.get(Book, 1) is one
        before = (await session.scalars(select(Book.title).where(Book.id < 3).order_by(Book.id))).all()
        three = Book(title="three", pages=300)
        session.add(three)
        one.title = "uno"
        await session.commit()
        after = (await session.execute(text("SELECT title, pages FROM books ORDER BY title"))).all()
        missing = (await session.execute(select(Book).where(Book.pages == 7))).scalar_one_or_none()
        return [same, three.id, one.title, before, [row.title for row in after], missing, after[0].pages]


async def forgets_commit():
    async with sessions() as session:
        session.add(Book(title="new"))
        await session.flush()


async def shared():
    got = []

    async def attempt(awaitable):
        try:
            return await awaitable
        except exc.SQLAlchemyError as error:
            got.append(type(error).__name__)

    session = sessions()
    assert isinstance(session, AsyncSession)
    first = asyncio.create_task(attempt(session.execute(text("SELECT 1"))))
    await asyncio.sleep(0)
    await attempt(session.execute(text("SELECT 2")))
    await attempt(session.close())
    await first
    session.add(Book(title="one"))
    await attempt(session.flush())
    await session.close()
    async with sessions() as fresh:
        result = await fresh.execute(text("SELECT * FROM books WHERE id = :id"), {"id": 9})
        try:
            result.scalar_one()
        except exc.NoResultFound:
            got.append("NoResultFound")
        try:
            (await fresh.scalars(select(Book))).one()
        except exc.MultipleResultsFound:
            got.append("MultipleResultsFound")
        await attempt(fresh.execute("SELECT 1"))
    return got


async def waits():
    small = async_sessionmaker(create_async_engine("x://y/library", pool_size=1, max_overflow=0, pool_timeout=1.0))

    async def count():
        async with small() as session:
            return await session.scalar(text("SELECT count(*) FROM books WHERE id = 1"))

    first, second = await asyncio.gather(count(), count(), return_exceptions=True)
    return [type(second).__name__, first]
