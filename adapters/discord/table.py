"""Which commands does Discord show? One row for each, in the order of the command table; everything else follows.

A row says what the command is called, in which group, what can be filled in, and which wish that makes. The tree, the
names in other languages and the dispatch are made from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from adapters.discord.buttons import pressed
from adapters.discord.options import (
    CODE,
    EVERY,
    FILE,
    FORMAT,
    GROUP,
    HOLDER,
    IN,
    LANGUAGE,
    LETTER,
    NAME,
    PACK,
    PASSAGE,
    PUBLIC,
    ROLE,
    TERM,
    TEXT,
    THIS_PACK,
    WHERE,
    YES,
    Option,
    Say,
)
from bot.commands import (
    Add,
    Aimed,
    Announce,
    Ask,
    Browse,
    Command,
    Define,
    Explain,
    Export,
    Forget,
    Gaps,
    Help,
    Home,
    Import,
    Invite,
    Join,
    Language,
    Leave,
    MyData,
    Onboarding,
    Orphans,
    PackDelete,
    PackEdit,
    PackHere,
    PackNew,
    PackOrder,
    PackPreview,
    PackReport,
    Packs,
    PlaceLanguage,
    Queue,
    Quiz,
    Random,
    Recent,
    Restore,
    Roles,
    Search,
    Settings,
    Show,
    Stale,
    Starter,
    Stats,
    Why,
)
from bot.languages import language_called
from bot.vocabulary import pack_words_in, words_in
from bot.wishes.aiming import aimed_at
from glossary.concept import ConceptId

if TYPE_CHECKING:
    from bot.wording import Wording
    from glossary.concept import LanguageTag

Given = Mapping[str, str]
"""What was filled in, by the key of the option; what was left empty is not there."""


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that belong together: ``/glossary NAME …``."""

    name: str
    named: Say
    says: Say


@dataclass(frozen=True, slots=True)
class Row:
    """One command."""

    word: str
    group: Group | None
    says: Say
    wish: Callable[[Given], Command]
    options: tuple[Option, ...] = ()
    name: Say | None = None
    """For what is no command word, because nobody types it."""

    def named(self, wording: Wording) -> str:
        """Say what it is called in a language."""
        return words_in(wording)[self.word] if self.name is None else self.name(wording)


TERMS = Group("term", lambda w: w.word("group", "term"), lambda w: w.text("Look into entries and change them"))
ME = Group("me", lambda w: w.word("group", "me"), lambda w: w.text("What concerns you alone"))
PACKS = Group("pack", lambda w: w.word("group", "pack"), lambda w: w.text("Reading lists for newcomers"))
TEAM = Group("team", lambda w: w.word("group", "team"), lambda w: w.text("Look after the glossary"))


def chosen(text: str) -> ConceptId | None:
    """Tell which entry was picked while a name was typed; None for text that is to be looked up."""
    found = pressed(text)
    return found.command.concept if found is not None and isinstance(found.command, Show) else None


def asks_for_all(given: Given) -> bool:
    """Tell whether everybody in the place is to read the answer."""
    return given.get(PUBLIC.key) == YES


def _language(given: Given) -> LanguageTag | None:
    return language_called(given["language"]) if given.get("language") else None


def _define(given: Given) -> Command:
    concept = chosen(given["term"])
    return Define(_language(given), given["term"]) if concept is None else Show(concept, _language(given))


def _home(wording: Wording) -> str:
    return wording.word("command", "home")


def _search(given: Given) -> Command:
    return Search(given["text"])


def _speak(given: Given) -> Command:
    choice, place = given.get("language", ""), given.get("where")
    return PlaceLanguage(place, choice) if place else Language(choice)


def _aimed(word: str, rest: str = "") -> Callable[[Given], Command]:
    """Make the wish of a command word that is said of a term; what else is given may say a language or a person."""

    def wish(given: Given) -> Command:
        more = given.get(rest, "")
        concept = chosen(given["term"])
        if concept is not None:
            return aimed_at(word, concept, more)
        term = f"{given['term']} {more}".strip()
        return Aimed(word, term, given["term"])

    return wish


MISSING = replace(NAME, is_required=True)


def _list(wording: Wording) -> str:
    return wording.word("command", "list")


def _of_pack(word: str) -> Say:
    """Say a word that is typed behind ``pack``."""
    return lambda w: pack_words_in(w)[word]


def _pack_here(given: Given) -> Command:
    return PackHere(given["pack"], group=given.get(GROUP.key, ""))


def _pack_row(word: str, says: Say, make: Callable[[str], Command]) -> Row:
    return Row(word, PACKS, says, lambda g: make(g["pack"]), (THIS_PACK,), name=_of_pack(word))


_OF_PACKS: tuple[tuple[str, Say, Callable[[str], Command]], ...] = (
    ("edit", lambda w: w.text("Change a reading list"), PackEdit),
    ("order", lambda w: w.text("Change the order of a reading list"), PackOrder),
    ("preview", lambda w: w.text("See a reading list as newcomers do"), PackPreview),
    ("report", lambda w: w.text("How far people are with a reading list"), PackReport),
    ("delete", lambda w: w.text("Take a reading list out"), PackDelete),
)

DEFINE = Row("define", None, lambda w: w.text("Say what a word means here"), _define, (TERM, LANGUAGE, PUBLIC))

ROWS = (
    Row("search", None, lambda w: w.text("Find words inside definitions and names"), _search, (TEXT,)),
    Row("explain", None, lambda w: w.text("Every known term in a text"), lambda g: Explain(g["text"]), (PASSAGE,)),
    Row("home", None, lambda w: w.text("The page where everything begins"), lambda _: Home(), name=_home),
    Row("help", None, lambda w: w.text("What I can do"), lambda _: Help()),
    Row("browse", TERMS, lambda w: w.text("List all names"), lambda g: Browse(g.get("letter", "")), (LETTER,)),
    Row("recent", TERMS, lambda w: w.text("What was added or changed last"), lambda _: Recent()),
    Row("random", TERMS, lambda w: w.text("Any entry"), lambda _: Random()),
    Row(
        "ask", TERMS, lambda w: w.text("Ask for a definition of what is missing"), lambda g: Ask(g["term"]), (MISSING,)
    ),
    Row("why", TERMS, lambda w: w.text("How I come to an answer"), lambda g: Why(g["term"]), (TERM,)),
    Row("add", TERMS, lambda w: w.text("Write a new entry"), lambda g: Add(g.get("term", "")), (NAME,)),
    Row("edit", TERMS, lambda w: w.text("Change a definition"), _aimed("edit", "language"), IN),
    Row("translate", TERMS, lambda w: w.text("Write it in another language"), _aimed("translate", "language"), IN),
    Row("names", TERMS, lambda w: w.text("Change by which names it is found"), _aimed("names"), (TERM,)),
    Row("relate", TERMS, lambda w: w.text("Change what it is related to"), _aimed("relate"), (TERM,)),
    Row("more", TERMS, lambda w: w.text("Change domain, tags, links, image and contact"), _aimed("more"), (TERM,)),
    Row("delete", TERMS, lambda w: w.text("Take an entry out"), _aimed("delete"), (TERM,)),
    Row("restore", TERMS, lambda w: w.text("Bring back what was deleted"), lambda _: Restore(ConceptId(""))),
    Row("known", TERMS, lambda w: w.text("Need not be explained to you"), _aimed("known"), (TERM,)),
    Row("history", TERMS, lambda w: w.text("What happened to an entry"), _aimed("history"), (TERM,)),
    Row("owner", TERMS, lambda w: w.text("Who looks after an entry"), _aimed("owner", "holder"), (TERM, HOLDER)),
    Row("pin", TERMS, lambda w: w.text("Which meaning is meant in this channel"), _aimed("pin"), (TERM,)),
    Row("unpin", TERMS, lambda w: w.text("Leave the meaning in this channel open again"), _aimed("unpin"), (TERM,)),
    Row("language", ME, lambda w: w.text("In which language I answer you"), _speak, (LANGUAGE, WHERE)),
    Row("data", ME, lambda w: w.text("What is kept about you"), lambda _: MyData()),
    Row("forget", ME, lambda w: w.text("Remove what is kept about you"), lambda _: Forget()),
    Row("onboarding", ME, lambda w: w.text("Your reading lists"), lambda g: Onboarding(g.get("pack", "")), (PACK,)),
    Row("quiz", ME, lambda w: w.text("Try what you remember"), lambda g: Quiz(g.get("pack", "")), (PACK,)),
    Row("list", PACKS, lambda w: w.text("List the reading lists"), lambda _: Packs(), name=_list),
    Row("new", PACKS, lambda w: w.text("Make a reading list"), lambda _: PackNew(), name=_of_pack("new")),
    *(_pack_row(word, says, make) for word, says, make in _OF_PACKS),
    Row(
        "here",
        PACKS,
        lambda w: w.text("Give a reading list to whoever joins here"),
        _pack_here,
        (THIS_PACK, GROUP),
        name=_of_pack("here"),
    ),
    Row("queue", TEAM, lambda w: w.text("Proposals that wait"), lambda _: Queue()),
    Row("gaps", TEAM, lambda w: w.text("What was asked for and is not there"), lambda _: Gaps()),
    Row("stats", TEAM, lambda w: w.text("How the glossary is used"), lambda _: Stats()),
    Row("announce", TEAM, lambda w: w.text("News for this channel"), lambda g: Announce(g.get("every", "")), (EVERY,)),
    Row("stale", TEAM, lambda w: w.text("What needs a second look"), lambda _: Stale()),
    Row("orphans", TEAM, lambda w: w.text("Entries whose owner is gone"), lambda _: Orphans()),
    Row("settings", TEAM, lambda w: w.text("How this glossary is kept"), lambda _: Settings()),
    Row(
        "roles",
        TEAM,
        lambda w: w.text("Who may do what here"),
        lambda g: Roles(g.get("holder", ""), g.get("role", "")),
        (HOLDER, ROLE),
    ),
    Row("starter", TEAM, lambda w: w.text("Take out the starter entries that nobody touched"), lambda _: Starter()),
    Row("import", TEAM, lambda w: w.text("Bring entries in from a file"), lambda _: Import(), (FILE,)),
    Row(
        "export", TEAM, lambda w: w.text("Get all entries as a file"), lambda g: Export(g.get("format", "")), (FORMAT,)
    ),
    Row("invite", TEAM, lambda w: w.text("Let another workspace use this glossary"), lambda _: Invite()),
    Row("join", TEAM, lambda w: w.text("Use another workspace's glossary"), lambda g: Join(g.get("code", "")), (CODE,)),
    Row("leave", TEAM, lambda w: w.text("Use a glossary of your own again"), lambda _: Leave()),
)
"""In the order of the command table (DESIGN.md, part 5). A new command is one row."""
