"""Files that nobody would write, made from those that somebody did: what every reader must bear."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from glossary.formats import hugo
from glossary.formats.choosing import FORMATS, Format, harvest, written
from glossary.formats.reading import MOST_FINDINGS, Harvest

if TYPE_CHECKING:
    from random import Random

_GOLDEN = Path(__file__).parent / "golden"
_INSERTS = (
    *(bytes([code]) for code in b"\x00\xff\r\n\t \"'\\<>&{}[]:#@;,()=+-|!*?\x85\x1b"),
    *(b"\n\n", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xb0\xa1", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xef\xbf\xbe"),
    *(b"&x;", b"<!DOCTYPE x [<!ENTITY x 'y'>]>", b"<!--", b"<![CDATA[", b"<a>" * 500),
    *(b"- ", b"? ", b"| ", b"|9-\n", b"!x ", b"&a ", b"*a", b"%YAML 9.9\n---\n", b"%TAG ! x\n", b"---\n", b"...\n"),
    *(b"_:b", b"<>", b"@prefix x: <y> .", b"^^", b"@en", b'"""', b"\\u", b"\\N", b"\\."),
    *(b"9" * 5000, b"[" * 2000, b'{"a":' * 2000, b'{"@context":"http://x"}', b"id"),
)


def seeds_of(form: Format) -> list[bytes]:
    """Give the golden files of a format."""
    return [path.read_bytes() for path in sorted(_GOLDEN.iterdir()) if path.name.endswith(form.endings)]


def mutated(data: bytes, random: Random) -> bytes:
    """Change a file in a few places: insert, drop, repeat, overwrite, cut off."""
    for _ in range(random.randint(1, 8)):
        at, to = sorted((random.randrange(len(data) + 1), random.randrange(len(data) + 1)))
        match random.randrange(6):
            case 0:
                data = data[:at] + random.choice(_INSERTS) + data[at:]
            case 1:
                data = data[:at] + data[min(to, at + 40) :]
            case 2:
                data = data[:at] + data[at : at + 200] + data[at:]
            case 3:
                data = data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]
            case 4:
                data = data[:to]
            case _:
                data = data[:at] + random.choice(_INSERTS) + data[to:]
    return data


def bear(form: Format, data: bytes) -> Harvest:
    """Read a file, and require a clean outcome: findings inside of it, and concepts that can be written and read."""
    found = harvest(form, (data[at : at + 1000] for at in range(0, len(data), 1000)), "x")
    assert len(found.findings) <= MOST_FINDINGS + 1
    lines = data.replace(b"\r", b"\n").count(b"\n") + data.count(b"\x85") + data.count(b"\xe2\x80") + 1
    assert all(1 <= finding.line <= lines for finding in found.findings), found.findings
    assert all(finding.file == "x" for finding in found.findings)
    assert len({concept.id for concept in found.concepts}) == len(found.concepts)
    again = harvest(FORMATS[3], written(FORMATS[3], found.concepts), "x")
    assert set(again.concepts) == set(found.concepts)
    return found


def bear_page(data: bytes) -> Harvest:
    """Read a page of a folder, and require the same."""
    found = hugo.read([("content/ko/x.md", data), ("content/en/x.md", b"---\ntitle: X\n---\n")], "site")
    assert found.concepts
    assert set(harvest(FORMATS[3], written(FORMATS[3], found.concepts), "x").concepts) == set(found.concepts)
    return found


def pages() -> list[bytes]:
    """Give the golden pages."""
    return [path.read_bytes() for path in sorted((_GOLDEN / "site").rglob("*.md"))]
