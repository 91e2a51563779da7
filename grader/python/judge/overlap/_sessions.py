"""Sessions of Django's own format, stored without Django: who is logged in when a scenario begins."""

import base64
import datetime
import hashlib
import hmac
import json

from . import _tables

#: settings.SECRET_KEY of every exercise (`runtime/overlap/_django.py`).
_SECRET_KEY = "virtual"
_BACKEND = "django.contrib.auth.backends.ModelBackend"
_HASH_SALT = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"
_SESSION_SALT = "django.contrib.sessions.SessionStore"


def _hmac(salt, value, digest):
    key = hashlib.sha256((salt + _SECRET_KEY).encode()).digest()
    return digest(hmac.new(key, value.encode(), hashlib.sha256))


def _base64(data):
    return base64.urlsafe_b64encode(data).strip(b"=").decode()


def _sign(data):
    """As `django.core.signing.dumps`."""
    text = _base64(json.dumps(data, separators=(",", ":")).encode("latin-1")) + ":1xxxxx"
    return f"{text}:{_hmac(_SESSION_SALT + 'signer', text, lambda made: _base64(made.digest()))}"


def log_in(username):
    """Store a session of this user. Returns its key. Raises LookupError when there is no such user."""
    user = next((row for row in _tables.select("User") if row["username"] == username), None)
    if user is None:
        raise LookupError(f"there is no user {username!r}")
    told = {
        "_auth_user_id": str(user["id"]),
        "_auth_user_backend": _BACKEND,
        "_auth_user_hash": _hmac(_HASH_SALT, user["password"], lambda made: made.hexdigest()),
    }
    key = hashlib.sha256(f"{username}/{len(_tables.select('Session'))}".encode()).hexdigest()[:32]
    expires = datetime.datetime(2100, 1, 1, tzinfo=datetime.timezone.utc)
    _tables.insert("Session", {"session_key": key, "session_data": _sign(told), "expire_date": expires})
    return key
