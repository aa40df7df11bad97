"""What the numbers say: `stats`."""

from __future__ import annotations

from datetime import timedelta

from adapters.memory import MemoryStore
from bot.commands import Stats, Typed
from bot.counts import Lookup, Outcome, Tally
from bot.keeping import HOME
from glossary.spelling import LooseKey
from tests.fakes import NOON, Person, words_of
from tests.terms import EN, KO

TOLD = """\
What was asked since Oct 5, 2026
███████░░░ 7  answered
██░░░░░░░░ 2  answered, by another spelling
░░░░░░░░░░ 0  several meanings
░░░░░░░░░░ 0  only suggestions
█░░░░░░░░░ 1  not found
░░░░░░░░░░ 0  wanted in another language
Questions in the week from
░░░░░░░░░░ 0  Oct 5, 2026
░░░░░░░░░░ 0  Oct 12, 2026
░░░░░░░░░░ 0  Oct 19, 2026
░░░░░░░░░░ 0  Oct 26, 2026
░░░░░░░░░░ 0  Nov 2, 2026
░░░░░░░░░░ 0  Nov 9, 2026
██░░░░░░░░ 2  Nov 16, 2026
██████████ 8  Nov 23, 2026
Most asked
██████████ 6  MLOps
███░░░░░░░ 2  Redis
Languages
██████████ 8  English
██░░░░░░░░ 2  Korean
Definitions of 5 entries
██████░░░░ 3  English
████░░░░░░ 2  Korean"""


async def test_the_numbers_are_told_without_names() -> None:
    """What came of the questions, by week, the most asked, languages, and how much is defined in each."""
    ada = Person()
    asked = Lookup(HOME, LooseKey("mlops"), Outcome.ANSWERED, EN, "slack command", NOON.date())
    redis = Lookup(HOME, LooseKey("redis"), Outcome.CORRECTED, KO, "slack command", NOON.date() - timedelta(days=7))
    gone = Lookup(HOME, LooseKey("gone"), Outcome.ANSWERED, EN, "slack command", NOON.date())
    missed = Lookup(HOME, LooseKey("kafka"), Outcome.NOT_FOUND, EN, "slack command", NOON.date())
    old = Lookup(HOME, LooseKey("mlops"), Outcome.ANSWERED, EN, "slack command", NOON.date() - timedelta(days=70))
    await ada.store.add_counts(Tally(((asked, 6), (redis, 2), (gone, 1), (missed, 1), (old, 99))))
    assert "\n".join(words_of(await ada.asks(Typed("stats")))) == TOLD


async def test_where_nothing_was_asked_that_is_said() -> None:
    """What is defined is told all the same; of an empty glossary there is nothing to tell."""
    assert words_of(await Person().asks(Stats()))[1] == "Nobody has asked anything yet."
    missed = Lookup(HOME, LooseKey("kafka"), Outcome.NOT_FOUND, EN, "slack command", NOON.date())
    ada = Person(MemoryStore())
    await ada.store.add_counts(Tally(((missed, 1),)))
    told = words_of(await ada.asks(Stats()))
    assert "Most asked" not in told
    assert told[-2:] == ["Languages", "██████████ 1  English"]
