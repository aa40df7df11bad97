"""What does a folder of pages hold, laid out as Hugo does: ``content/<language>/<name>.md``, one page a language?

The same name below two languages is the same concept. The function is over paths and bytes; whoever calls it walks the
folder or the archive.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from anyascii import anyascii

from glossary.concept import LabelKind, LanguageTag, concept_id_of
from glossary.formats.cells import marked
from glossary.formats.entries import Draft, Entry, Name, Text, checked
from glossary.formats.fields import NAME_FIELDS, fill, name_of, name_values, other_values
from glossary.formats.languages import ENGLISH, language_of
from glossary.formats.mentions import Mentions
from glossary.formats.naming import names_of_heading
from glossary.formats.pages import Page, is_outside, page_of, place_of, plain_text
from glossary.formats.proposing import with_proposals_if_silent
from glossary.formats.reading import Finding, Rule, Severity, Taken, capped, gathered
from glossary.formats.resolving import resolved, told_apart
from glossary.formats.yaml_tree import Node, texts_in
from glossary.formats.yaml_writing import fields as written_fields

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from glossary.concept import Concept, ConceptId, Label
    from glossary.formats.reading import Harvest
    from glossary.formats.yaml_writing import Value

MOST_FILES: Final = 50_000
MOST_BYTES: Final = 200_000_000
"""Of all pages together; with the one above it ends archives that grow when they are unpacked."""
_OTHER_SCRIPTS: Final = frozenset({"ko", "ja", "zh"})
_SUMMARIES: Final = ("short_description", "description", "summary")
_READ_APART: Final = frozenset({"title", "headword", *_SUMMARIES, "id", "date", "status", "type"})
_NOT_A_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG: Final = 60
_OPENING_BRACKET = re.compile(r"(?<=[가-힣぀-ヿ一-鿿])\((?=[^()]+\)$)")


def read(files: Iterable[tuple[str, bytes]], folder: str, language: LanguageTag = ENGLISH) -> Harvest:
    """Read the pages of a folder, in any order. The language is that of pages below no language's folder."""
    return gathered(capped(_taken(files, folder, language), folder), folder)


def _taken(files: Iterable[tuple[str, bytes]], folder: str, language: LanguageTag) -> Iterator[Taken | Finding]:
    groups: defaultdict[str, list[Page]] = defaultdict(list)
    for page in _pages(files, folder, language):
        if isinstance(page, Finding):
            yield page
        else:
            groups[page.place.slug].append(page)
    if not groups:
        yield Finding(Rule.NO_ENTRY, folder, 1)
    site = _Site(groups, language)
    for item in resolved(told_apart(site.drafts(), folder, may_repeat=False), folder):
        if isinstance(item, Taken):
            path = site.path_of(item.concept.id)
            yield with_proposals_if_silent(replace(item, file=path), path, language)
        else:
            yield item


def _pages(files: Iterable[tuple[str, bytes]], folder: str, language: LanguageTag) -> Iterator[Page | Finding]:
    size = 0
    for count, (path, data) in enumerate(files, 1):
        size += len(data)
        if count > MOST_FILES or size > MOST_BYTES:
            yield Finding(Rule.TOO_MANY, folder, 1, "files")
            return
        if is_outside(path):
            yield Finding(Rule.OUTSIDE_FOLDER, path, 1, path)
        elif place := place_of(path, language):
            yield page_of(path, place, data)


class _Site:
    """All pages together: what one is called decides what a link on another one leads to."""

    def __init__(self, groups: dict[str, list[Page]], language: LanguageTag) -> None:
        self._language = language
        self._groups = {slug: sorted(pages, key=self._order) for slug, pages in sorted(groups.items())}
        self._ids = {slug: _id_of(slug, pages) for slug, pages in self._groups.items()}
        self._paths: dict[ConceptId, str] = {}
        self._own = {slug for slug, pages in self._groups.items() if any(_texts(page, "concept_id") for page in pages)}
        self._slugs = {slug.rpartition("/")[2].casefold(): slug for slug in self._groups}

    def path_of(self, concept_id: ConceptId) -> str:
        """Give the first page of a concept that came out."""
        return self._paths[concept_id]

    def _order(self, page: Page) -> tuple[bool, bool, str]:
        """Put the page first that says what is said once, or else the one in the reader's language."""
        return not _texts(page, "concept_id"), page.place.language != self._language, page.path

    def drafts(self) -> Iterator[Draft | Finding]:
        for slug, group in self._groups.items():
            entry = Entry(1, id=self._ids[slug])
            pages: list[Page] = []
            for page in group:
                said = self._said_on(page, slug)
                wrong = [finding for finding in checked(said, page.path, self._language).findings if _is_error(finding)]
                if wrong:
                    yield from wrong  # the pages in other languages are still good
                else:
                    pages.append(page)
                    _add(entry, said, is_first=len(pages) == 1)
            if pages:
                draft, findings = checked(entry, pages[0].path, self._language)
                yield from findings
                if draft:
                    self._paths.setdefault(draft.concept.id, pages[0].path)
                    yield draft

    def _said_on(self, page: Page, slug: str) -> Entry:
        said = Entry(1, id=self._ids[slug])
        for name, node in page.fields.fields:
            if name.text.casefold() not in _READ_APART:
                fill(said, name.text, node)
        said.id = self._ids[slug]
        said.names = [*_titles(page, self._language), *(_on_page(name, page) for name in said.names)]
        text, mentioned = plain_text(page.text, lambda target: self._known(target, slug))
        if slug not in self._own:
            text = text.lstrip(" \n")  # what others indent is no code
        summary = next((summary for word in _SUMMARIES for summary in _texts(page, word)), "")
        said.texts = [Text(text if text.strip() else summary, page.place.language)]
        said.related += [name for name in dict.fromkeys(mentioned) if name not in said.related]
        return said

    def _known(self, target: str, own: str) -> str | None:
        slug = self._slugs.get(target.casefold())
        return f"id:{self._ids[slug]}" if slug is not None and slug != own else None


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _add(entry: Entry, said: Entry, *, is_first: bool) -> None:
    """Add what a page says to what the pages before it said; the first that says what is said once counts."""
    headed = frozenset(name.language for name in entry.names if name.kind is LabelKind.HEADWORD)
    new = [name for name in said.names if is_first or not _is_said(name, entry.names)]
    entry.names += [name._replace(kind=LabelKind.SYNONYM) if _is_second(name, headed) else name for name in new]
    entry.texts += said.texts
    entry.tags += [tag for tag in said.tags if is_first or tag not in entry.tags]
    entry.related += [name for name in said.related if is_first or name not in entry.related]
    entry.links += [link for link in said.links if is_first or link not in entry.links]
    entry.domain = entry.domain or said.domain
    entry.replaced_by = entry.replaced_by or said.replaced_by
    entry.image = entry.image or said.image
    entry.contact = entry.contact or said.contact


def _id_of(slug: str, pages: list[Page]) -> str:
    """Take the id that a page gives, or derive one from what the pages are called."""
    given = (text for page in pages for text in _texts(page, "concept_id"))
    return next(given, None) or concept_id_of("page", slug)


def _texts(page: Page, word: str) -> list[str]:
    nodes: Iterator[Node] = (node for name, node in page.fields.fields if name.text.casefold() == word)
    return [text for node in nodes for text in texts_in(node)]


def _titles(page: Page, language: LanguageTag) -> Iterator[Name]:
    """Read the title: as it stands where the page gives a headword too, otherwise with the names that it holds."""
    if headwords := _texts(page, "headword"):
        yield from (_on_page(name_of(text, LabelKind.HEADWORD), page) for text in headwords)
        return
    for title in _texts(page, "title"):
        said = names_of_heading(_OPENING_BRACKET.sub(" (", title), language)
        own, *others = [label.text for label in said.labels]
        # What a page is called is its name in the page's language, whatever its letters are.
        whole = f"{own} ({said.domain})" if said.domain else own
        yield Name(whole, LabelKind.HEADWORD, page.place.language)
        yield from (_on_page(Name(text), page) for text in others)


def _is_said(name: Name, names: Iterable[Name]) -> bool:
    """Tell whether an earlier page gave this name; a page in brackets often repeats the title of another one."""
    return any(
        (said.text, said.language) == (name.text, name.language) and name.kind in {said.kind, None} for said in names
    )


def _is_second(name: Name, headed: Collection[str]) -> bool:
    return name.kind is LabelKind.HEADWORD and name.language in headed


def _on_page(name: Name, page: Page) -> Name:
    return name if name.language else name._replace(language=_guess(name.text, page.place.language))


def _guess(text: str, page: LanguageTag) -> LanguageTag:
    """Tell the language of a name: the page's, unless it is in Latin letters and the page's language is not."""
    if page.partition("-")[0] not in _OTHER_SCRIPTS:
        return language_of(text, page)
    return ENGLISH if text.isascii() else page


def write(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[tuple[str, str]]:
    """Write a page for each concept and language: paths that all differ, and texts."""
    concepts = tuple(concepts)
    mentions = Mentions(concepts)
    by_id = {concept.id: concept for concept in concepts}
    taken = set[str]()
    for concept in concepts:
        slug = _slug_of(concept, taken)
        once = {"concept_id": concept.id, **other_values(concept, mentions, by_id)}
        for page in _languages(concept):
            values = once if page == concept.headword.language else {}
            yield f"content/{page.lower()}/{slug}.md", _page(concept, page, values, language)


def _slug_of(concept: Concept, taken: set[str]) -> str:
    slug = _NOT_A_SLUG.sub("-", anyascii(concept.headword.text).lower()).strip("-")[:_LONGEST_SLUG]
    if not slug or slug in taken or slug in {"readme", "index"}:
        slug = f"{slug}-{concept_id_of('slug', concept.id)}".lstrip("-")
    taken.add(slug)
    return slug


def _languages(concept: Concept) -> Sequence[LanguageTag]:
    """Order the languages of an entry: that of its headword first."""
    said = {label.language for label in concept.labels} | {text.language for text in concept.definitions}
    return sorted(said, key=lambda tag: (tag != concept.headword.language, tag))


def _page(concept: Concept, page: LanguageTag, once: dict[str, Value], language: LanguageTag) -> str:
    labels = [label for label in concept.labels if label.language == page]
    names = name_values(labels, lambda text: _guess(text, page))
    headword = concept.headword_in(page)
    title = headword or (labels[0] if labels else concept.headword)
    if headword and _is_told_by(headword, language):
        names[NAME_FIELDS[LabelKind.HEADWORD]] = []
    elif headword is None:
        # Otherwise the title would be taken for one.
        names[NAME_FIELDS[LabelKind.HEADWORD]] = [marked(concept.headword.text, concept.headword.language, page)]
    text = concept.definition_in(page)
    head = "\n".join(written_fields({"title": title.text, **names, **once}))
    return f"---\n{head}\n---\n" + (f"\n{text.text}\n" if text else "")


def _is_told_by(title: Label, language: LanguageTag) -> bool:
    """Tell whether a reader takes the title for this one name."""
    said = names_of_heading(_OPENING_BRACKET.sub(" (", title.text), language)
    return len(said.labels) == 1 and not said.domain and said.labels[0].text == title.text
