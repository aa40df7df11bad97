"""How is a secret kept so that whoever has the disk has not the secret? Encrypted, with keys that can be exchanged."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cryptography.fernet import MultiFernet

SHORTEST_KEY = 32
"""Characters of a key in MALMOI_SECRET_KEY; 32 random ones cannot be guessed, so that hashing them once is enough."""

_OPEN, _SEALED = b"0", b"1"
PART = "secret key"


class Seal:
    """Closes with the newest key and opens with each of them. Without a key only `close` works, and leaves it readable.

    Seals are Fernet tokens (AES-128 in CBC mode with an HMAC): https://github.com/fernet/spec.
    """

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._keys = tuple(keys)
        self._fernet: MultiFernet | None = None

    @property
    def has_key(self) -> bool:
        """Tell whether what is closed cannot be read from the disk."""
        return bool(self._keys)

    def close(self, secret: bytes) -> bytes:
        """Seal a secret, with the newest key."""
        return _SEALED + self._with_keys().encrypt(secret) if self._keys else _OPEN + secret

    def open(self, sealed: bytes) -> bytes:
        """Open what was sealed with any of the keys.

        Raises:
            UnavailableError: None of the keys fits.
        """
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 — 50 ms that the terminal's bot never needs

        if sealed[:1] == _OPEN:
            return sealed[1:]
        if not self._keys:
            raise UnavailableError(PART)
        try:
            return self._with_keys().decrypt(sealed[1:])
        except InvalidToken as error:
            raise UnavailableError(PART) from error

    def _with_keys(self) -> MultiFernet:
        from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415 — see above

        if self._fernet is None:
            digests = (
                hashlib.blake2b(key.encode(), digest_size=32, person=b"malmoi seal").digest() for key in self._keys
            )
            self._fernet = MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
        return self._fernet
