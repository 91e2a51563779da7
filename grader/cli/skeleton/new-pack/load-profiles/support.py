"""Given; students read it but do not change it."""

from overlap import service

#: Fetches the profile of one user: `await users(user_id)`.
users = service("users")
