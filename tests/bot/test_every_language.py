"""The same conversation in every complete language: the same documents, and no sentence that stayed English."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot.commands import AskTranslation, Delete, Forget, Nearby, Owner, Put, Roles, Show, Typed
from bot.policy import STALE_MONTHS
from bot.replies import Choices, Form, Options, Reply
from bot.requests import ChannelId, Place, WorkspaceId
from bot.vocabulary import words_in
from bot.wording import name_of_language, wording_in
from glossary.concept import Concept, ConceptId, Definition, LabelKind, LanguageTag
from tests.fakes import Person, choices_of, words_of
from tests.terms import EN, name

if TYPE_CHECKING:
    from bot.commands import Command

LANGUAGES = [LanguageTag(each) for each in ("de", "en", "es", "fr", "ja", "ko")]
OTHERS = [language for language in LANGUAGES if language != EN]
PLACE = Place(WorkspaceId("terminal"), ChannelId("C1"))
LATIN = LanguageTag("la")
DRAFT = re.compile("[0-9a-f]{12}")
WEIGHT = re.compile(r"[+-]\d\.\d\d ")
"""How much something counted, in the words of the table that was learned, which are English in every language."""
LONGEST_TITLE = 24
"""Code points; Slack's limit for the title and the buttons of a form: slack_sdk.models.views."""
LONGEST_LABEL = 45
"""Code points; Discord's limit for the label of a field: discord-api-docs, components/reference, Label."""
LONGEST_BUTTON = 75
"""Code points; Slack's limit: slack_sdk.models.blocks, ButtonElement."""

REDIS = Concept(
    ConceptId("redis"),
    (*(name("Redis", language) for language in LANGUAGES), name("Remote Store", EN, LabelKind.SYNONYM)),
    tuple(Definition(f"Ⓡ {language}", language) for language in LANGUAGES),
    related=(ConceptId("agora"),),
    replaced_by=ConceptId("agora"),
    contact="#db",
)
AGORA = Concept(ConceptId("agora"), (name("Agora", LATIN),), (Definition("Ⓐ", LATIN, is_outdated=True),))
BARE = Concept(ConceptId("bare"), (name("Bare"), name("Nude", EN, LabelKind.AVOIDED)))
SAPS = [
    Concept(ConceptId(f"sap{number}"), (name("SAP"),), (Definition("Ⓢ", LATIN),), domain=f"Ⓓ{number}")
    for number in (1, 2)
]

WORDS = (
    *("help", "browse", "recent", "data", "forget", "queue", "stale", "settings", "restore", "roles", "language"),
    *("define redis", "search ⓡ", "why redsi", "add Etcd", "edit redis", "translate redis", "names redis"),
    *("relate redis", "more redis", "delete redis", "history redis", "owner redis", "pin redis", "unpin redis"),
)
"""What is typed, each with its command word in English."""
TYPED = ("redis", "agora", "bare", "nude", "sap", "redsi", "remote", "zzzz", "!!!", "TERM = ⓣ", "Bare = ⓑ")
WISHES: tuple[Command, ...] = (
    Nearby("sap"),
    Show(ConceptId("gone")),
    Delete(REDIS.id),
    Forget(),
    Owner(REDIS.id, "me"),
    Owner(REDIS.id, "nobody"),
    Roles("terminal:sue", "king"),
    Roles("terminal:sue", "curator"),
    AskTranslation(AGORA.id, LanguageTag("fi")),
)


class Talk:
    """A conversation of an administrator whose platform is in one language; nothing else says a language."""

    def __init__(self, language: LanguageTag) -> None:
        store = MemoryStore([REDIS, AGORA, BARE, *SAPS])
        self.language = language
        self.person = Person(store, language, place=PLACE)
        self.answers: list[tuple[str, Reply | Form]] = []

    async def whole(self) -> None:
        """Say all of it, and press what can be pressed on the way."""
        await self.person.store.set_setting(PLACE.workspace, STALE_MONTHS, "3")
        words = words_in(wording_in(self.language))
        for line in WORDS:
            word, _, rest = line.partition(" ")
            await self.says(line, Typed(f"{words[word]} {rest}".strip()))
        for line in TYPED:
            await self.says(line, Typed(line))
        for wish in WISHES:
            await self.says(repr(wish), wish)
        await self.writes()

    async def says(self, what: str, wish: Command) -> Reply | Form:
        """Say one thing, and remember the answer under what it is in English."""
        answer = await self.person.gets(wish)
        self.answers.append((what, answer))
        return answer

    async def writes(self) -> None:
        """Write an entry with faults, then well; change it, see its history, undo, delete it and bring it back."""
        wish = Put(self.language, "Kafka", "Ⓚ")
        saved = await self.says("put", wish)
        assert isinstance(saved, Reply)
        for number, choice in enumerate(choices_of(saved)):
            await self.says(f"after put, {number}", choice.command)
        form = await self.person.opens(Typed(f"{words_in(wording_in(self.language))['edit']} redis"))
        faulty = await self.person.fills(replace(form), definition="Ⓔ")
        self.answers.append(("preview", faulty))
        for number, choice in enumerate(choices_of(faulty)):
            await self.says(f"after preview, {number}", choice.command)


@cache
def english() -> Talk:
    """Hold the conversation in English, once."""
    return Talk(EN)


async def talk_in(language: LanguageTag) -> Talk:
    """Hold the conversation in a language."""
    talk = english() if language == EN else Talk(language)
    if not talk.answers:
        await talk.whole()
    return talk


@pytest.mark.parametrize("language", OTHERS)
async def test_the_documents_are_the_same_in_every_language(language: LanguageTag) -> None:
    """The same blocks, the same buttons that lead to the same wishes, the same forms."""
    english, other = await talk_in(EN), await talk_in(language)
    for (what, one), (_, two) in zip(english.answers, other.answers, strict=True):
        assert shape_of(one, EN) == shape_of(two, language), what


@pytest.mark.parametrize("language", OTHERS)
async def test_no_sentence_stays_english(language: LanguageTag) -> None:
    """A line that is the same in both languages holds nothing but names, numbers and signs."""
    english, other = await talk_in(EN), await talk_in(language)
    for (what, one), (_, two) in zip(english.answers, other.answers, strict=True):
        same = [line for line in lines_of(two) if line in lines_of(one) and not is_value(line, language)]
        assert same == [], what


@pytest.mark.parametrize("language", LANGUAGES)
async def test_labels_fit_into_what_the_platforms_give_them(language: LanguageTag) -> None:
    """And no two buttons beside each other read the same."""
    for what, answer in (await talk_in(language)).answers:
        if isinstance(answer, Form):
            assert max(len(answer.title), len(answer.submit)) <= LONGEST_TITLE, what
            assert all(len(field.label) <= LONGEST_LABEL for field in answer.fields), what
        else:
            for choices in (block.choices for block in answer.blocks if isinstance(block, Choices)):
                labels = [choice.label for choice in choices]
                assert len(set(labels)) == len(labels), what
                assert all(len(label) <= LONGEST_BUTTON for label in labels), what


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_word_leads_to_its_command(language: LanguageTag) -> None:
    """One word each, and no word that is another command in another language."""
    everywhere = {(word, written) for each in LANGUAGES for word, written in words_in(wording_in(each)).items()}
    for word, written in words_in(wording_in(language)).items():
        assert " " not in written
        assert {other for other, same in everywhere if same == written} == {word}


def shape_of(answer: Reply | Form, language: LanguageTag) -> object:
    """Take away the words: what is left is what every language must have."""
    if isinstance(answer, Form):
        return [(type(field), field.key) for field in answer.fields], type(answer.purpose)
    blocks = [(type(block), len(block.options) if isinstance(block, Options) else 0) for block in answer.blocks]
    commands = {DRAFT.sub("draft", repr(choice.command)) for choice in choices_of(answer)}
    # The reader's own language is said or left open, and each reader is offered the others'.
    mine = {each.replace(f"'{language}'", "None") for each in commands}
    mine = {each for each in mine if not any(f"'{other}'" in each for other in LANGUAGES)}
    return blocks, answer.is_found, answer.delivery, sorted(mine)


def lines_of(answer: Reply | Form) -> list[str]:
    """Read an answer aloud, forms too."""
    if isinstance(answer, Reply):
        return words_of(answer)
    return [answer.title, answer.submit, *(field.label for field in answer.fields)]


def is_value(line: str, language: LanguageTag) -> bool:
    """Tell whether a line holds nothing that is said, only what was put into it or is spelt alike in both languages."""
    own_names = {f"[{name_of_language(each, each)}]" for each in (*LANGUAGES, LATIN)}
    known = {"Redis", "Agora", "Bare", "SAP", "Kafka", "Etcd", "Remote", "Store", "somebody", "language", "preferences"}
    if line in own_names or line in {"Name", "Definition", "Links", "Image", "Tags"}:
        return True
    if WEIGHT.match(line):
        return True
    words = "".join(character if character.isalpha() else " " for character in line).split()
    return all(word in known or not word.isascii() or word == language for word in words)
