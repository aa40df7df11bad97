"""A script of questions goes in; what the terminal shows comes out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from adapters.terminal.chatting import Chat
from adapters.terminal.saying import ending_words
from bot.commands import Define, Help, Submitted, Typed
from bot.replies import Choice, Choices, Form, LineField, Prose, Reply, Span
from bot.vocabulary import command_words
from bot.wording import wording_in
from tests.adapters.terminal.scripted import INTERRUPT, ScriptedLines, terminal_of
from tests.fakes import Person
from tests.terms import EN, KO

if TYPE_CHECKING:
    from bot.requests import Request
    from bot.wording import Wording

FORM = Form("Name it", (LineField("name", "Name"),), Help(), "Save")


class Echo:
    """Says which command came in, offers two choices, and opens a form when it is told to."""

    def __init__(self) -> None:
        self.commands: list[object] = []

    async def reply_to(self, request: Request) -> Reply | Form:
        """Answer."""
        self.commands.append(request.command)
        if request.command == Typed("form"):
            return FORM
        if isinstance(request.command, Submitted) and request.command.values == (("name", "bad"),):
            return FORM
        if request.command == Typed("nothing to pick"):
            return Reply((Prose((Span("nothing"),)),))
        choices = (Choice("one", Define(None, "one")), Choice("two", Help()))
        return Reply((Prose((Span(type(request.command).__name__),)), Choices(choices)))


async def english() -> Wording:
    """Speak English."""
    return wording_in(EN)


async def said(*typed: str) -> tuple[list[object], str]:
    """Have a conversation: the commands that came to the door, and what was shown."""
    echo, paper = Echo(), io.StringIO()
    await Chat(echo.reply_to, Person().asker, terminal_of(ScriptedLines(*typed), paper), english).answer_all()
    return echo.commands, paper.getvalue()


async def test_every_question_is_answered_once_and_in_order() -> None:
    """Line by line; an empty line is no question, and spaces stay as they were typed."""
    commands, shown = await said("mlops", "", "   ", " 레디스 ")
    assert commands == [Typed("mlops"), Typed(" 레디스 ")]
    assert shown == "Typed\n\n[1] one   [2] two\n\nTyped\n\n[1] one   [2] two\n"


async def test_a_number_picks_what_was_offered_last() -> None:
    """The choice's own command goes to the door, as if a button had been pressed."""
    commands, _ = await said("mlops", "2", "[1]")
    assert commands == [Typed("mlops"), Help(), Define(None, "one")]


async def test_a_number_that_was_not_offered_is_a_word() -> None:
    """Before any answer, after one without choices; and a large one, which may be a term, always."""
    commands, _ = await said("1", "nothing to pick", "3", "mlops", "404")
    assert commands == [Typed("1"), Typed("nothing to pick"), Typed("3"), Typed("mlops"), Typed("404")]


async def test_a_number_beyond_the_last_choice_loses_no_choice() -> None:
    """It is said which numbers there are, and the next one counts."""
    commands, shown = await said("mlops", "9", "2")
    assert commands == [Typed("mlops"), Help()]
    assert "Please type a number from 1 to 2." in shown


async def test_a_form_is_filled_in_until_the_door_takes_it() -> None:
    """A form that comes back is asked for again; then the conversation goes on."""
    commands, shown = await said("form", "bad", "good", "mlops")
    submitted = [Submitted(Help(), (("name", name),)) for name in ("bad", "good")]
    assert commands == [Typed("form"), *submitted, Typed("mlops")]
    assert shown.count("Name it") == 2


async def test_a_form_given_up_leaves_the_conversation_going() -> None:
    """Nothing goes to the door, and the numbers offered before still count."""
    commands, shown = await said("mlops", "form", INTERRUPT, "2")
    assert commands == [Typed("mlops"), Typed("form"), Help()]
    assert "Cancelled. Nothing has changed." in shown


async def test_what_is_told_unasked_is_shown_before_the_next_question() -> None:
    """Its choices go on from those of the last answer: all of them can be picked."""
    echo, paper = Echo(), io.StringIO()
    news = [[], [Reply((Prose((Span("News!"),)), Choices((Choice("see", Define(None, "news")),))))], []]

    async def hearing(chat: Chat) -> None:
        for reply in news.pop(0) if news else ():
            chat.tell(reply)

    lines = ScriptedLines("mlops", "3", "mlops", "2")
    await Chat(echo.reply_to, Person().asker, terminal_of(lines, paper), english, hearing).answer_all()
    assert paper.getvalue().startswith("Typed\n\n[1] one   [2] two\n\nNews!\n\n[3] see\n\nDefine\n\n[1] one")
    assert echo.commands == [Typed("mlops"), Define(None, "news"), Typed("mlops"), Help()]


def test_no_word_that_ends_a_conversation_is_a_command() -> None:
    """In no language, so that everything that can be asked for elsewhere can be asked for in a terminal."""
    assert {"quit", "exit", "종료"} <= ending_words()
    assert not ending_words() & command_words().keys()


async def test_greeting_and_farewell_are_in_the_language_of_the_reader() -> None:
    """Both are the terminal's own sentences, and follow a language chosen meanwhile."""
    paper, language = io.StringIO(), EN

    async def speaking() -> Wording:
        return wording_in(language)

    chat = Chat(Echo().reply_to, Person().asker, terminal_of(ScriptedLines(), paper), speaking)
    await chat.greet()
    language = KO
    await chat.take_leave()
    assert paper.getvalue() == (
        "Malmoi here. Type a word, and I tell you what it means.\n"
        "help shows what else there is; quit or Ctrl-D ends.\n"
        "또 봐요!\n"
    )
