"""See sqlalchemy.ext.asyncio."""
