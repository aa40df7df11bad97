"""What does it cost to choose the language of an answer? ``python -m bench.negotiating``, beside libraries that do it.

Measured is all that a warm answer does for it: hear the language of the question, weigh what speaks for which language,
find the bot's sentences, choose definition and name. A question that is a sentence is read once for this and for the
lookup, so what is added is measured as the difference: lookups with all of it, less lookups alone. The peers match one
reader against the languages of one entry, as they come. Times are the processor's, the least of several runs.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import langcodes
from babel import negotiate_locale

from adapters.memory import MemoryStore
from bot.commands import Define
from bot.conversation import Conversation
from bot.housing import Housing
from bot.keeping import HOME
from bot.languages import choose, headword_for, nearest
from bot.policy import Policy
from bot.question_language import language_of_question
from bot.remembering import Catalogues, Context, Contexts, Standing
from bot.requests import AccountId, Asker, Place, Request, WorkspaceId
from bot.wording import wording_for
from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId, Definition, Label, LabelKind, LanguageTag
from glossary.lookup import Query, resolve
from glossary.questions import asked_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ENTRIES = 2_000
ROUNDS = 2_000
RUNS = 5
LANGUAGES = ("en", "en ko", "en ko ja", "ko", "en pt-BR zh-Hant de fr es", "de fr")
READERS = tuple(map(LanguageTag, ("en-US", "ko-KR", "pt-PT", "zh-TW", "de-AT", "es-MX", "ja", "ca")))
QUESTIONS = (
    "entry {}",
    "ENTRY-{}",
    "용어 {}",
    "what is entry {}?",
    "entry {} in korean",
    "용어 {}이 뭐야",
    "entry {} --de",
)
HERE = Place(WorkspaceId("terminal"))


def concepts() -> list[Concept]:
    """Make entries that are there in several sets of languages, as in a real glossary."""
    sets = itertools.cycle(tuple(map(LanguageTag, each.split())) for each in LANGUAGES)
    return [_concept(number, languages) for number, languages in zip(range(ENTRIES), sets, strict=False)]


def _concept(number: int, languages: Sequence[LanguageTag]) -> Concept:
    labels = (
        Label(f"entry {number}", LanguageTag("en"), LabelKind.HEADWORD),
        Label(f"용어 {number}", LanguageTag("ko"), LabelKind.HEADWORD),
    )
    return Concept(ConceptId(f"c{number}"), labels, tuple(Definition("What it means.", each) for each in languages))


def timed(work: Callable[[int], object], rounds: int = ROUNDS) -> float:
    """Tell how many microseconds a round takes, once everything is warm: the least of several runs."""
    return min(_run(work, rounds) for _ in range(RUNS))


def _run(work: Callable[[int], object], rounds: int) -> float:
    asked_in.cache_clear()
    begun = time.process_time()
    for number in range(rounds):
        work(number)
    return (time.process_time() - begun) / rounds * 1e6


def negotiated(question: str, number: int, catalogue: Catalogue, entries: Sequence[Concept]) -> object:
    """Choose everything that depends on language, for one question."""
    locale = READERS[number % len(READERS)]
    context = Context(Standing(HOME, Policy(), {}, {}, {}), LanguageTag("ko") if number % 2 else None, locale)
    voice = context.voice(language_of_question(Define(None, question), catalogue))
    entry = entries[number % ENTRIES]
    return (
        wording_for(*voice.languages),
        choose(entry, voice.reader, voice.languages),
        headword_for(entry, voice.reader),
    )


async def answers(rounds: int) -> float:
    """Tell how many microseconds a whole warm answer takes, through the door."""
    store = MemoryStore(concepts())
    housing = Housing(store, {HERE.workspace}, tuple, lambda: datetime.now(UTC))
    door = Conversation(Contexts(housing, store), Catalogues(store), store, lambda _: None)
    askers = [Asker(AccountId(f"terminal:{reader}"), reader) for reader in READERS]

    async def ask(number: int) -> None:
        question = QUESTIONS[number % len(QUESTIONS)].format(number % ENTRIES)
        await door.reply_to(Request(askers[number % len(askers)], HERE, Define(None, question)))

    for number in range(500):
        await ask(number)
    begun = time.process_time()
    for number in range(500, 500 + rounds):
        await ask(number)
    return (time.process_time() - begun) / rounds * 1e6


def added(form: str, catalogue: Catalogue) -> tuple[float, float]:
    """Tell the microseconds of a lookup of this form, and what choosing the language adds to it."""
    entries = list(catalogue)

    def alone(number: int) -> object:
        return resolve(Query(form.format(number % ENTRIES)), catalogue)

    def with_language(number: int) -> object:
        question = form.format(number % ENTRIES)
        negotiated(question, number, catalogue, entries)
        return resolve(Query(question), catalogue)

    lookup = timed(alone)
    return lookup, timed(with_language) - lookup


def main() -> None:
    """Measure, and print a line for each."""
    catalogue = Catalogue(concepts())
    catalogue.named("")
    found = {form: added(form, catalogue) for form in QUESTIONS}
    for form, (lookup, more) in found.items():
        print(f"{form:24} a lookup takes {lookup:6.1f} µs, the language adds {more:5.1f} µs")
    mean = sum(more for _, more in found.values()) / len(found)
    print(f"{'all of these':24} the language adds {mean:.1f} µs on average")
    available = [each.split() for each in LANGUAGES]
    underscored = [[tag.replace("-", "_") for tag in each] for each in available]

    def by_langcodes(number: int) -> object:
        reader = READERS[number % len(READERS)]
        return langcodes.closest_match(reader, available[number % len(available)], max_distance=10)

    def by_babel(number: int) -> object:
        reader = READERS[number % len(READERS)].replace("-", "_")
        return negotiate_locale([reader, "en"], underscored[number % len(underscored)])

    tags = [tuple(map(LanguageTag, each)) for each in available]
    ours = timed(lambda number: nearest(READERS[number % len(READERS)], tags[number % len(tags)]))
    print(f"one match of a reader with an entry's languages: malmoi (remembered for each set) {ours:.2f} µs")
    for name, work in {"langcodes": by_langcodes, "Babel, which knows no distances": by_babel}.items():
        took = timed(work)
        print(f"  {name} {took:.2f} µs, {took / ours:.0f} × that")
    print(f"the whole answer, through the door: {asyncio.run(answers(ROUNDS)):.0f} µs")


if __name__ == "__main__":
    main()
