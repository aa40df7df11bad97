"""Build glossary/ordinary.bin, the list of ordinary words. Needs ``pip install symspellpy python-mecab-ko-dic``.

English comes from symspellpy's frequency dictionary (MIT licence), Korean nouns, adverbs and inflected verbs from
mecab-ko-dic (Apache licence 2.0). Only hashes of the words are kept.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.ordinary import packed
from glossary.spelling import letters_of, loose_key

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 2
READING_FIELD = 3
HANGUL = re.compile("[가-힣]+")
WHOLE_WORDS = re.compile(r"NNG|MAG|XR|IC|(?:VV|VA)\+.*")
STEMS = re.compile(r"VV|VA")


def english() -> Iterator[str]:
    """Give the words of the English dictionary."""
    text = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text("utf-8-sig")
    return (line.split()[0] for line in text.splitlines())


def korean() -> Iterator[str]:
    """Give the words of the Korean dictionary, which names each entry's part of speech and its reading."""
    entries = files("mecab_ko_dic").joinpath("dictionary/sys.dic").read_bytes().split(b"\0")
    for entry in entries:
        fields = entry.decode(errors="replace").split(",")
        if len(fields) > READING_FIELD and HANGUL.fullmatch(fields[READING_FIELD]):
            if WHOLE_WORDS.fullmatch(fields[0]):
                yield fields[READING_FIELD]
            elif STEMS.fullmatch(fields[0]):
                yield f"{fields[READING_FIELD]}다"


def main() -> None:
    """Write the list."""
    words = {word for found in (english(), korean()) for word in map(loose_key, found) if len(word) >= SHORTEST}
    target = Path(str(files("glossary").joinpath("ordinary.bin")))
    target.write_bytes(packed(map(letters_of, words)))
    print(f"{len(words)} words, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
