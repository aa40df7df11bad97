"""What does one entry of a Markdown glossary say? From its lines to a concept, and what there is to say about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from glossary.concept import CONCEPT_ID_LENGTH, Concept, ConceptId, Definition, Label, LabelKind
from glossary.formats.addresses import image_in, links_in
from glossary.formats.blocks import blocks_of, fence_ends, fence_in, tidy, unfenced, unprotect
from glossary.formats.entry_list import Key, KeyLine, entry_list_of
from glossary.formats.escaping import items_of, unescape
from glossary.formats.fitting import first_of, fitted
from glossary.formats.languages import language_of, tag_of_heading
from glossary.formats.mentions import Mention, derived_id
from glossary.formats.naming import HeadingNames, names_of_heading, names_with_text
from glossary.formats.prose import prose_of
from glossary.formats.reading import Finding, Rule, Severity, damaged_in, unwanted_in
from glossary.rules import MOST_RELATED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import Image, LanguageTag, Link
    from glossary.formats.blocks import Block

_KINDS: Final = {
    Key.HEADWORD: LabelKind.HEADWORD,
    Key.NAMES: LabelKind.SYNONYM,
    Key.ABBREVIATIONS: LabelKind.ABBREVIATION,
    Key.MISSPELLINGS: LabelKind.MISSPELLING,
    Key.AVOIDED: LabelKind.AVOIDED,
}
_PROSE_FENCES: Final = frozenset({"", "text", "txt", "plain", "markdown", "md"})
"""What a fenced block may be called that holds a text in phrases; any other word names a programming language."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A usable entry whose references are not resolved yet, and the number of its first line."""

    line: int
    concept: Concept
    related: tuple[Mention, ...]
    replaced_by: Mention | None


class EntryReader:
    """Reads one entry, once, and gathers findings while it does."""

    def __init__(self, block: Block, heading: str, file: str, language: LanguageTag) -> None:
        self._block = block
        self._heading = unescape(heading)
        self._file = file
        self._language = language
        self._list: tuple[KeyLine, ...] = ()
        self.findings: list[Finding] = []

    def draft(self) -> Draft | None:
        """Read the entry; None where it is not usable, and then a finding says why."""
        lead, *sections = blocks_of(self._block.lines, self._block.line + 1, language=True)
        entry_list = entry_list_of(lead.lines, lead.line + 1, self._file)
        self._list = entry_list.lines
        self.findings += entry_list.findings
        self._check_characters()
        text = _text_of_lead(lead.lines[entry_list.length :])
        definitions = tuple(self._definitions(text, sections))
        if not definitions and not self._list:
            self._find(Rule.NO_TEXT, text=self._heading)
        said = self._heading_names()
        labels = tuple(self._labels(said.labels))
        if not any(line.key in _KINDS for line in self._list):
            labels = names_with_text(labels, text, self._language)
        return self._assembled(labels, definitions, said.domain)

    def _find(self, rule: Rule, line: int = 0, text: str = "") -> None:
        self.findings.append(Finding(rule, self._file, line or self._block.line, text))

    def _measure(self, rule: Rule, field: str, limit: int) -> None:
        self.findings.append(Finding(rule, self._file, self._block.line, field, limit=limit))

    def _check_characters(self) -> None:
        """Look at the entry as it stands: unwanted and damaged characters, a fenced block without an end, no name."""
        lines = (self._heading, *self._block.lines)
        self.findings += unwanted_in(lines, self._file, self._block.line)
        self.findings += damaged_in(lines, self._file, self._block.line)
        ends = fence_ends(self._block.lines)
        left_open = (index for index, _ in unfenced(self._block.lines) if index in ends)
        if (index := next(left_open, None)) is not None:
            self._find(Rule.UNCLOSED_FENCE, self._block.line + 1 + index, self._heading)
        if not self._heading:
            self._find(Rule.NO_NAME)

    def _definitions(self, lead: str, sections: Sequence[Block]) -> Iterator[Definition]:
        """Read the text under the heading and those under the headings of languages."""
        seen: set[LanguageTag] = set()
        if lead:
            seen.add(language_of(lead, self._language))
            yield Definition(lead, language_of(lead, self._language))
        for section in sections:
            heading = section.heading.text if section.heading else ""
            language = tag_of_heading(heading) or self._language
            text = _text_of(section.lines)
            if not text:
                self._find(Rule.NO_TEXT, section.line, heading)
            elif language in seen:
                self._find(Rule.DEFINITION_TWICE, section.line, heading)
            else:
                seen.add(language)
                yield Definition(text, language)

    def _heading_names(self) -> HeadingNames:
        """Take the heading apart, unless the list gives it as one headword: then it is that, and says nothing more."""
        listed = {unescape(line.value) for line in self._list if line.key is Key.HEADWORD}
        if self._heading in listed or not self._heading:
            return HeadingNames((), "")
        return names_of_heading(self._heading, self._language)

    def _labels(self, said: tuple[Label, ...]) -> Iterator[Label]:
        """Go through the names of the heading and of the list. A further name in the heading gives way to the list."""
        listed = list(self._listed_labels())
        taken = {(label.text, label.language) for label, _ in listed}
        kept = [label for label in said if label is said[0] or (label.text, label.language) not in taken]
        yield from kept
        seen = {(label.text, label.language) for label in kept}
        headed = {label.language for label in kept if label.kind is LabelKind.HEADWORD}
        for label, line in listed:
            if label.kind is LabelKind.HEADWORD and label.language in headed:
                self._find(Rule.HEADWORD_TWICE, line, label.text)
            elif (label.text, label.language) in seen:
                self._find(Rule.NAME_REPEATED, line, label.text)
            else:
                seen.add((label.text, label.language))
                headed.update([label.language] if label.kind is LabelKind.HEADWORD else [])
                yield label

    def _listed_labels(self) -> Iterator[tuple[Label, int]]:
        for line in self._list:
            if line.key in _KINDS:
                values = (line.value,) if line.key is Key.HEADWORD else items_of(line.value)
                for text in filter(None, map(unescape, values)):
                    yield Label(text, line.language or language_of(text, self._language), _KINDS[line.key]), line.line

    def _assembled(self, labels: tuple[Label, ...], definitions: tuple[Definition, ...], domain: str) -> Draft | None:
        domain = self._single(Key.DOMAIN) or domain
        headword = next((label.text for label in labels if label.kind is LabelKind.HEADWORD), "")
        concept_id = self._id(headword, domain)
        image, links = self._image(), tuple(self._links())
        contact, replaced_by = self._single(Key.CONTACT), self._only(Key.REPLACED_BY)
        if any(finding.severity is Severity.ERROR for finding in self.findings):
            return None
        whole = Concept(
            concept_id,
            labels,
            definitions,
            domain=domain,
            tags=tuple(unescape(item) for item, _ in self._items(Key.TAGS)),
            links=links,
            image=image,
            contact=contact,
        )
        concept = fitted(whole, self._measure)
        if concept is None:
            return None
        related = tuple(Mention(item, line) for item, line in self._items(Key.RELATED))
        return Draft(
            self._block.line,
            concept,
            first_of(related, MOST_RELATED, "related", self._measure),
            Mention(replaced_by.value, replaced_by.line) if replaced_by and replaced_by.value else None,
        )

    def _items(self, key: Key) -> Iterator[tuple[str, int]]:
        for line in self._list:
            if line.key is key:
                yield from ((item, line.line) for item in items_of(line.value))

    def _only(self, key: Key) -> KeyLine | None:
        """Find what can be said once."""
        lines = [line for line in self._list if line.key is key]
        for line in lines[1:]:
            self._find(Rule.KEY_TWICE, line.line, line.value)
        return lines[0] if lines else None

    def _single(self, key: Key) -> str:
        line = self._only(key)
        return unescape(line.value) if line else ""

    def _id(self, headword: str, domain: str) -> ConceptId:
        line = self._only(Key.ID)
        if line is None:
            return derived_id(headword, domain)
        given = unescape(line.value)
        if not 1 <= len(given) <= CONCEPT_ID_LENGTH or " " in given:
            self._find(Rule.BAD_ID, line.line, given)
        return ConceptId(given)

    def _links(self) -> Iterator[Link]:
        for line in self._list:
            if line.key is Key.LINKS:
                links, rest = links_in(line.value)
                yield from links
                if rest:
                    self._find(Rule.BAD_ADDRESS, line.line, rest)

    def _image(self) -> Image | None:
        line = self._only(Key.IMAGE)
        image = image_in(line.value) if line else None
        if line and image is None:
            self._find(Rule.BAD_ADDRESS, line.line, line.value)
        return image


def _text_of(lines: Sequence[str]) -> str:
    return "\n".join(tidy(unprotect(lines)))


def _text_of_lead(lines: Sequence[str]) -> str:
    """Read the text of the short shape: Markdown as it stands, or first a fenced block whose lines are joined."""
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    fence = fence_in(lines[first]) if lines else None
    end = fence_ends(lines).get(first)
    if fence is None or end is None or fence.info.casefold() not in _PROSE_FENCES:
        return _text_of(lines)
    parts = (prose_of(lines[first + 1 : end]), _text_of(lines[end + 1 :]))
    return "\n\n".join(part for part in parts if part)
