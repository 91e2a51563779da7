from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

engine = create_async_engine("postgresql+asyncpg://db.example.com/blog")
session_factory = async_sessionmaker(engine)
