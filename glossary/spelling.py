"""When are two spellings the same word? Folding is decided here and nowhere else."""

from __future__ import annotations

import unicodedata
from typing import NewType

StrictKey = NewType("StrictKey", str)
"""Equal for spellings that differ only in case, width, Unicode form or spacing."""

LooseKey = NewType("LooseKey", str)
"""Equal for spellings that differ in punctuation, hyphens, spaces or diacritics too."""


def strict_key(text: str) -> StrictKey:
    """Fold case, width, Unicode form and spacing. Folding twice changes nothing."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return StrictKey(" ".join(folded.split()))


def loose_key(text: str) -> LooseKey:
    """Fold punctuation, spaces and diacritics as well; "" where nothing is left. Folding twice changes nothing."""
    decomposed = unicodedata.normalize("NFD", strict_key(text))
    kept = "".join(
        character for character in decomposed if unicodedata.category(character)[0] in "LN" or character in "+#"
    )
    return LooseKey(unicodedata.normalize("NFC", kept))
