"""The secrets of one run of the server: the token of its address, the cookie of its session, the mark of its forms."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256

_BYTES = 32


def _secret() -> str:
    return secrets.token_urlsafe(_BYTES)


@dataclass(frozen=True)
class Session:
    """What whoever was given the address has: ``token`` opens the session, ``cookie`` keeps it, ``mark`` proves that a
    form came from a page of it. A cookie is named by its port, so that two offices on one machine keep theirs apart.
    """

    port: int
    token: str = field(default_factory=_secret)
    cookie: str = field(default_factory=_secret)
    mark: str = field(default_factory=_secret)

    @property
    def cookie_name(self) -> str:
        """Cookies know no ports: the name must."""
        return f"vanban-{self.port}"

    @property
    def origin(self) -> str:
        """Where every page of the session lies."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """What the clerk opens."""
        return f"{self.origin}/?token={self.token}"

    @property
    def set_cookie(self) -> str:
        """The header that gives the cookie: never read by a script, never sent from a page of another place."""
        return f"{self.cookie_name}={self.cookie}; HttpOnly; SameSite=Strict; Path=/"

    @property
    def proof(self) -> str:
        """What only this server can answer to one that knows its token."""
        return sha256(f"vanban {self.token}".encode()).hexdigest()


def same(told: str, secret: str) -> bool:
    """Whether both are the same, told in a time that does not say how much of them is."""
    return hmac.compare_digest(told.encode("utf-8", "surrogateescape"), secret.encode())
