"""How a backup's files are encrypted behind a password. Owns cryptography.

The key comes out of the password by scrypt; each file is sealed by AES-256-GCM with its own nonce and its name, so that
none can be read, changed or exchanged without the password. Names of encrypted files tell nothing of what is in them.
"""

from __future__ import annotations

import hmac
import os
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from vanban.errors import BackupLocked

_NONCE: Final = 12
_COST: Final = 1 << 15


class LockedVault:
    """Everything lies encrypted with a password's key."""

    def __init__(self, password: str, salt: bytes) -> None:
        key = Scrypt(salt=salt, length=64, n=_COST, r=8, p=1).derive(password.encode("utf-8"))
        self._cipher, self._names = AESGCM(key[:32]), key[32:]

    def name(self, seal: str) -> str:
        """A keyed hash of the hash."""
        return hmac.new(self._names, seal.encode("ascii"), sha256).hexdigest()

    def close(self, name: str, data: bytes) -> bytes:
        """A nonce and the sealed bytes."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, data, name.encode("utf-8"))

    def open(self, name: str, data: bytes) -> bytes:
        """The bytes that were sealed under that name."""
        try:
            return self._cipher.decrypt(data[:_NONCE], data[_NONCE:], name.encode("utf-8"))
        except InvalidTag as error:
            raise ValueError(f"{name} is not what was sealed under that name") from error


def new_salt() -> bytes:
    """The salt of a new backup folder."""
    return os.urandom(16)


def unlocked(root: Path, password: str, salt: bytes, proof: bytes) -> LockedVault:
    """The vault of an encrypted backup. Raises :class:`BackupLocked` where the password is not its own."""
    vault = LockedVault(password, salt)
    try:
        vault.open("vanban-backup", proof)
    except ValueError as error:
        raise BackupLocked(path=root, reason="mật khẩu không đúng") from error
    return vault
