"""Stand-ins for the outside world that do what a test tells them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from adapters.memory import MemoryStore
from bot.commands import HandedFile, Submitted
from bot.conversation import Conversation
from bot.housing import Housing
from bot.remembering import Catalogues, Contexts
from bot.replies import (
    Attachment,
    Choices,
    FileField,
    Form,
    Heading,
    Listing,
    Note,
    Option,
    Options,
    Picture,
    Preformatted,
    Prose,
    Reply,
    Silence,
)
from bot.requests import AccountId, Asker, Fact, Place, Request, WorkspaceId
from bot.wording import plain
from glossary.errors import RefusalError, UnavailableError
from tests.terms import EN, TERMS

if TYPE_CHECKING:
    from collections.abc import Hashable

    from bot.commands import Command
    from bot.counting import Looked
    from bot.keeping import Changes, GlossaryId, Revision, Subject
    from bot.replies import Block, Choice
    from glossary.concept import Concept, LanguageTag

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HERE = Place(WorkspaceId("terminal"))


class FailingStore(MemoryStore):
    """A store that raises what it is told to, once the glossary is read."""

    def __init__(self, failure: Exception) -> None:
        super().__init__()
        self._failure = failure

    async def changes(self, glossary: GlossaryId, since: Revision) -> Changes:
        """Fail."""
        await super().changes(glossary, since)
        raise self._failure


class AwayStore(MemoryStore):
    """A store that can be away."""

    is_away = False

    def stamp(self, subject: Subject) -> Hashable:
        """Answer only while it is there."""
        if self.is_away:
            raise UnavailableError("database")
        return super().stamp(subject)


class Person:
    """Somebody who talks to the bot, and remembers nothing."""

    def __init__(
        self,
        store: MemoryStore | None = None,
        locale: LanguageTag | None = EN,
        name: str = "somebody",
        facts: frozenset[Fact] = frozenset({Fact.OWNS_OR_ADMINISTERS}),
        place: Place = HERE,
    ) -> None:
        self.store = store or MemoryStore(TERMS)
        self.asker = Asker(AccountId(f"terminal:{name}"), locale, facts)
        self.place = place
        self.now = NOON
        self.looked: list[Looked] = []
        self.starter: tuple[Concept, ...] = ()
        housing = Housing(self.store, {HERE.workspace}, lambda: self.starter, self._time)
        self.catalogues = Catalogues(self.store)
        self._conversation = Conversation(
            Contexts(housing, self.store), self.catalogues, self.store, self.looked.append, self._time
        )

    async def hears(self, command: Command) -> Reply | Form | Silence:
        """Bring one wish to the door and get whatever comes of it."""
        return await self.replies_to(Request(self.asker, self.place, command))

    async def replies_to(self, request: Request) -> Reply | Form | Silence:
        """Bring a whole request to the door."""
        return await self._conversation.reply_to(request)

    async def gets(self, command: Command) -> Reply | Form:
        """Bring one wish to the door and get the reply or the form."""
        answer = await self.hears(command)
        assert not isinstance(answer, Silence)
        return answer

    async def asks(self, command: Command) -> Reply:
        """Bring one wish to the door and get the reply."""
        reply = await self.gets(command)
        assert isinstance(reply, Reply)
        return reply

    async def opens(self, command: Command) -> Form:
        """Bring one wish to the door and get the form."""
        form = await self.gets(command)
        assert isinstance(form, Form), words_of(form)
        return form

    async def fills(self, form: Form, **values: str) -> Reply:
        """Change some fields of a form, send all of them back, and get the reply."""
        present = {field.key: getattr(field, "value", "") for field in form.fields}
        return await self.asks(Submitted(form.purpose, tuple((present | values).items())))

    async def hands(self, form: Form, name: str, content: str | bytes, **values: str) -> Reply | Form:
        """Hand a file over in a form that asks for one, and get what comes of it."""
        (key,) = (field.key for field in form.fields if isinstance(field, FileField))
        present = {field.key: getattr(field, "value", "") for field in form.fields if field.key != key}
        file = HandedFile(name, content.encode() if isinstance(content, str) else content)
        return await self.gets(Submitted(form.purpose, tuple((present | values).items()), ((key, file),)))

    async def clicks(self, reply: Reply, label: str) -> Reply | Form:
        """Press the button with this label."""
        choice = next((choice for choice in choices_of(reply) if choice.label == label), None)
        assert choice is not None, words_of(reply)
        return await self.gets(choice.command)

    def _time(self) -> datetime:
        return self.now


def refusal() -> RefusalError:
    """Make a refusal of no particular kind."""
    return RefusalError()


def words_of(reply: Reply) -> list[str]:
    """Read a reply aloud: one line for each line of text, in order, choices in brackets."""
    return [line for block in reply.blocks for line in _lines(block)]


def choices_of(reply: Reply) -> list[Choice]:
    """Collect what can be clicked, from top to bottom."""
    found: list[Choice] = []
    for block in reply.blocks:
        match block:
            case Choices(choices):
                found += choices
            case Options(options):
                found += [option.choice for option in options]
            case _:
                pass
    return found


def _lines(block: Block) -> list[str]:
    match block:
        case Heading(spans) | Prose(spans) | Note(spans):
            return [plain(spans)]
        case Listing(items):
            return [plain(item) for item in items]
        case Preformatted(text) | Picture(_, text) | Attachment(_, text):
            return [text]
        case Options(options):
            return [_line(option) for option in options]
        case Choices(choices):
            return [f"[{choice.label}]" for choice in choices]


def _line(option: Option) -> str:
    return f"[{option.choice.label}] {plain(option.line)}".rstrip()
