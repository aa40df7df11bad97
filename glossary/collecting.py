"""How do spellings come together before they are indexed? In a few large buffers, and never as strings of their own.

A million names have millions of spellings: what is kept of each is its letters among those of all, their number, the
hash of its key, and whose it is. Large buffers go back to the system when they are let go; many small ones do not.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.forms import Form, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Longs = NDArray[np.int64]

ALIKE: Final = (Form.NAME, Form.PART, Form.ROMANIZED)
"""Forms that are found by all that is near."""
BEGUN: Final = (*ALIKE, Form.INITIALS)
"""And those that are found by how they begin."""
WITH_LETTERS: Final = (*BEGUN, Form.SOUND)
"""And those that are found by a slip in their consonants, and not by their keys."""
ROWS: Final = (*WITH_LETTERS, Form.ACRONYM, Form.NUMERONYM)
"""And those that are only found by their keys: the order in which an index has them."""
WITH_KEYS: Final = tuple(form for form in ROWS if form is not Form.SOUND)

_numbers: Final = partial(array, "q")


@dataclass(slots=True)
class _Column:
    """The spellings of one form."""

    text: bytearray = field(default_factory=bytearray)
    """In UTF-8, a space after each."""
    lengths: array[int] = field(default_factory=partial(array, "i"))
    keys: array[int] = field(default_factory=_numbers)
    owners: array[int] = field(default_factory=_numbers)


class Spellings:
    """Spellings by form, each with its owner. They are read form by form, in the order in which they came."""

    def __init__(self) -> None:
        self._columns: dict[Form, _Column] = {}
        self.clear()

    def add(self, form: Form, spellings: Sequence[str], owners: Longs) -> None:
        """Put more in, none of them empty."""
        column = self._columns[form]
        if spellings:
            column.text += f"{' '.join(spellings)} ".encode("utf-8", "surrogatepass")
            column.lengths.extend(map(len, spellings))
            column.keys.extend(map(key_of, spellings))
            column.owners.frombytes(owners.tobytes())

    def clear(self) -> None:
        """Let go of everything."""
        self._columns = {form: _Column() for form in ROWS}

    def count(self, forms: Iterable[Form]) -> int:
        """Count the spellings of some forms."""
        return sum(len(self._columns[form].owners) for form in forms)

    def text(self) -> str:
        """Give the letters of all that has letters, a space after each."""
        return "".join([self._columns[form].text.decode("utf-8", "surrogatepass") for form in WITH_LETTERS])

    def lengths(self) -> Ints:
        """Tell how many letters each of them has."""
        return np.concatenate([np.frombuffer(self._columns[form].lengths, np.int32) for form in WITH_LETTERS])

    def keys(self) -> Longs:
        """Give the hash of the key of each one that is found by it."""
        return np.concatenate([np.frombuffer(self._columns[form].keys, np.int64) for form in WITH_KEYS])

    def owners(self) -> Longs:
        """Tell whose each one is."""
        return np.concatenate([np.frombuffer(self._columns[form].owners, np.int64) for form in ROWS])
