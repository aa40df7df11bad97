"""Markdown glossaries as people write them, and what comes out."""

from __future__ import annotations

import pytest

from glossary.catalogue import Catalogue
from glossary.concept import ConceptId, Definition, Image, Label, LabelKind, LanguageTag, Link, concept_id_of
from glossary.formats.languages import ENGLISH, KOREAN
from glossary.formats.markdown import read, write, write_short
from glossary.formats.reading import Harvest, Rule, Severity

H, S, A, M, V = LabelKind.HEADWORD, LabelKind.SYNONYM, LabelKind.ABBREVIATION, LabelKind.MISSPELLING, LabelKind.AVOIDED

SHORT = """# Our words

Whoever adds one, keep it short.

## Kanban or Kanban Method\u0020
```
Kanban or Kanban Method is\u0020
\ta way of working
\t\tthat limits work in progress[1],[2][3]\u0020

 The board shows [4]
   every step.[note 5]

Columns:

one for each state.
- to do
- done
```
## 카프카
~~~~text
카프카(Kafka)는 Kappa Architecture Feed Kit의 약자로서[4],
메시지를 나르는 "기록"
시스템(DBMS)이다.
~~~
~~~~

After the block.


## Siemens
Siemens AG (/??i.m?ns/)
is a *firm*[1](x).
"""


def found(text: str) -> Harvest:
    """Read a text as a file."""
    return read(text.encode(), "words.md")


def test_a_text_in_phrases_becomes_paragraphs() -> None:
    """Line breaks, tabs and runs of spaces go; empty lines and list items stay; reference marks are dropped."""
    kanban, kafka, siemens = found(SHORT).concepts
    assert kanban.definitions == (
        Definition(
            "Kanban or Kanban Method is a way of working that limits work in progress,\n\n"
            "The board shows every step.\n\nColumns:\n\none for each state.\n- to do\n- done",
            ENGLISH,
        ),
    )
    assert kafka.definitions == (
        Definition(
            '카프카(Kafka)는 Kappa Architecture Feed Kit의 약자로서, 메시지를 나르는 "기록" 시스템(DBMS)이다. ~~~\n\n'
            "After the block.",
            KOREAN,
        ),
    )
    assert siemens.definitions[0].text == "Siemens AG (/??i.m?ns/)\nis a *firm*[1](x)."


def test_names_come_from_the_heading_and_the_text() -> None:
    """Every name leads to its concept, and what the text mentions leads nowhere."""
    catalogue = Catalogue(found(SHORT).concepts)
    for name in ("kanban", "kanban method", "카프카", "kafka", "Kappa Architecture Feed Kit", "siemens ag"):
        assert len(catalogue.named(name)) == 1, name
    assert not catalogue.named("DBMS")
    kafka = found(SHORT).concepts[1]
    assert kafka.headword_in(ENGLISH) == Label("Kafka", ENGLISH, H)


def test_a_damaged_pronunciation_is_reported_and_stays() -> None:
    """The finding names the line, and warns only."""
    finding = found(SHORT).findings[0]
    assert (finding.rule, finding.severity, finding.line) == (
        Rule.DAMAGED_TEXT,
        Severity.WARNING,
        SHORT.split("\n").index("Siemens AG (/??i.m?ns/)") + 1,
    )
    assert finding.text == "/??i.m?ns/"
    assert len(found(SHORT).findings) == 1


def test_the_short_shape_survives_being_written() -> None:
    """What was found in the texts is written down, and not looked for again."""
    concepts = found(SHORT).concepts
    assert found(write(concepts)).concepts == concepts


def test_the_short_shape_is_written_where_it_says_everything() -> None:
    """A concept with more to say gets the explicit shape, in the same file."""
    short = "## Kanban or Board\n```\nLimits *work*.\n\nShows it.\n```\n"
    concepts = found(f"{short}\n## 칸반\n- Tags: x\n\n판이다.\n").concepts
    text = write_short(concepts)
    assert text == f"{short}\n## 칸반\n\n- **Tags**: x\n\n### 한국어\n\n판이다.\n"
    assert found(text).concepts == concepts
    assert found(write_short(found(SHORT).concepts)).concepts == found(SHORT).concepts


def test_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    """A file from any system reads the same."""
    assert read(b"\xef\xbb\xbf" + SHORT.replace("\n", "\r\n").encode(), "words.md") == found(SHORT)


def test_an_id_depends_on_headword_and_domain_alone() -> None:
    """The same entry in another file has the same id, in any case."""
    first, second = found("## SAP (Company)\nx\n").concepts[0], found("## sap (company)\ny\n\n## b\nz\n").concepts[0]
    assert first.id == second.id == concept_id_of("sap", "company")


EXPLICIT = """\
## SAP
- **Domain:** company
* **Names (KO)**: 에스에이피, 세계의 \\, 쉼표
- Also known as: SAP SE,
  SAP Group
- **약어 (Korean)**: 삽
- **Misspellings**: SPA
- **Avoided (de-de)**: SAP AG
- **태그**:
  - business
  * software
- **See also**: redis, SAP (protocol), `x`, 레디스, red\\*is
- **Replaced by**: id:zz9
- **Links**: [Site \\[1\\]](https://x.test/a_(b)), <https://y.test/?a=1&b=2>, https://z.test
- **Image**: ![the *logo*](https://x.test/l.png)
- **Contact**: #help & co
- **ID**: sap-1

### 한국어

회사이다.

```
## not an entry
### ko
```

### EN ###
A company.


#### Note
Two.
### Usage
Daily.

## SAP (protocol)
### (gsw)
Öppis.

## Redis
- **Headword (ko)**: 레디스
- **Headword (en)**: Redis

## Old
- **Id**: zz9
- **Tags**:
"""


def test_the_list_says_everything() -> None:
    """Keys in both languages and any order, with every kind of value."""
    harvest = found(EXPLICIT)
    sap, protocol, redis, old = harvest.concepts
    assert sap.id == "sap-1"
    assert sap.domain == "company"
    assert sap.labels == (
        Label("SAP", ENGLISH, H),
        Label("에스에이피", KOREAN, S),
        Label("세계의 , 쉼표", KOREAN, S),
        Label("SAP SE", ENGLISH, S),
        Label("SAP Group", ENGLISH, S),
        Label("삽", KOREAN, A),
        Label("SPA", ENGLISH, M),
        Label("SAP AG", LanguageTag("de-DE"), V),
    )
    assert sap.tags == ("business", "software")
    assert sap.related == (redis.id, protocol.id, redis.id)
    assert sap.replaced_by == old.id == ConceptId("zz9")
    assert sap.links == (
        Link("Site [1]", "https://x.test/a_(b)"),
        Link("https://y.test/?a=1&b=2", "https://y.test/?a=1&b=2"),
        Link("https://z.test", "https://z.test"),
    )
    assert sap.image == Image("https://x.test/l.png", "the *logo*")
    assert sap.contact == "#help & co"
    assert redis.labels == (Label("레디스", KOREAN, H), Label("Redis", ENGLISH, H))
    assert old.definitions == ()
    assert [(one.rule, one.text) for one in harvest.findings] == [
        (Rule.UNKNOWN_TERM, "`x`"),
        (Rule.UNKNOWN_TERM, "red*is"),
    ]


def test_definitions_are_markdown_under_headings_of_languages() -> None:
    """Other headings and fenced blocks belong to the text."""
    sap, protocol, *_ = found(EXPLICIT).concepts
    assert sap.definitions == (
        Definition("회사이다.\n\n```\n## not an entry\n### ko\n```", KOREAN),
        Definition("A company.\n\n#### Note\nTwo.\n### Usage\nDaily.", ENGLISH),
    )
    assert protocol.definitions == (Definition("Öppis.", LanguageTag("gsw")),)
    assert found(write(found(EXPLICIT).concepts)).concepts == found(EXPLICIT).concepts


def test_a_list_of_names_ends_the_search_for_names() -> None:
    """Who lists names has said them all."""
    (concept,) = found("## Kafka\n- **Names**: Apache Kafka\n\nKafka (카프카) is a log.\n").concepts
    assert [label.text for label in concept.labels] == ["Kafka", "Apache Kafka"]


def test_a_heading_that_the_list_repeats_is_one_name() -> None:
    """Otherwise "or" and brackets mean what they mean in every heading."""
    (one,) = found("## Build or buy (x)\n- **Headword**: Build or buy (x)\n").concepts
    assert (one.headword.text, one.domain, len(one.labels)) == ("Build or buy (x)", "", 1)
    (two,) = found("## Build or buy\n- **Tags**: x\n- **Abbreviations**: buy\n").concepts
    assert two.labels == (Label("Build", ENGLISH, H), Label("buy", ENGLISH, A))


def test_a_list_without_a_known_key_is_text() -> None:
    """A definition may begin with a list."""
    (concept,) = found("## Steps\n- **First**: do\n- then: rest\n- *a*\n").concepts
    assert concept.definitions[0].text == "- **First**: do\n- then: rest\n- *a*"


def test_a_block_of_code_is_kept() -> None:
    """Only a block without a programming language holds a text in phrases."""
    (concept,) = found("## Loop\n```python\nfor x in y:\n    pass\n```\n").concepts
    assert concept.definitions[0].text == "```python\nfor x in y:\n    pass\n```"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Redis (레디스) is a store", "en"),
        ("레디스(Redis)는 Remote Dictionary Server의 약자", "ko"),
        ("東京タワー", "ja"),
        ("数据库", "zh"),
        ("", "en"),
        ("Öl", "en"),
    ],
)
def test_a_language_shows_in_the_script(text: str, language: str) -> None:
    """A few words of another script do not count."""
    (concept,) = found(f"## X\n{text or 'x'}\n").concepts
    assert concept.definitions[0].language == language
