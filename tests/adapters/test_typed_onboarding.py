"""Newcomers, packs, gaps and news in a terminal, as people type it: each conversation is a process of its own."""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from adapters.assembling import tasks_of
from adapters.sql.maintaining import open_store
from adapters.sql.settings import Settings
from bot.housing import Housing
from bot.keeping import Holder
from bot.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-c", "from adapters.cli import main; main()")
PACK = ("pack new", "First week", "MLOps", "레디스", "agile", "", "", "Welcome!", "", "3")
"""The name, the entries, no tag, a welcome, and the third choice: a reminder after three days."""
STEPS = "[1] Next   [2] I know this   [3] Ask about it   [4] Quiz me   [5] Not now   [6] Stop\n"


@dataclass(frozen=True)
class Desk:
    """A directory with the database of a team."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Give what a process needs to know."""
        return {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}

    def runs(self, *arguments: str, typed: str = "") -> str:
        """Run the program once; give what it printed."""
        process = subprocess.run(
            [*PROGRAM, *arguments],
            check=False,
            input=typed,
            capture_output=True,
            cwd=self.folder,
            env=self.environment,
            encoding="utf-8",
        )
        assert process.stderr == ""
        return process.stdout

    def hears(self, *lines: str, who: str = "", language: str = "") -> str:
        """Have a whole conversation, as the administrator or as somebody else; give what was shown."""
        options = [*(["--as", who] if who else []), *(["--language", language] if language else [])]
        return self.runs("chat", *options, typed="".join(f"{line}\n" for line in lines))

    def askers(self) -> int:
        """Tell how many askings in vain were counted so far."""
        with closing(self.database()) as connection:
            return int(connection.execute("SELECT count(*) FROM gap_askers").fetchone()[0])

    @asynccontextmanager
    async def talking(self, who: str) -> AsyncIterator[Talk]:
        """Let somebody sit there for a while."""
        process = await asyncio.create_subprocess_exec(
            *PROGRAM,
            "chat",
            "--as",
            who,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=self.folder,
            env=self.environment,
        )
        try:
            yield Talk(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            await process.communicate()

    def database(self) -> sqlite3.Connection:
        """Open the database: what only time could change is changed there."""
        return sqlite3.connect(self.folder / "malmoi.sqlite3", timeout=10)


@dataclass(frozen=True)
class Talk:
    """A conversation that goes on."""

    process: asyncio.subprocess.Process

    async def says(self, line: str, until: str) -> str:
        """Type a line; give what is shown up to some words."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{line}\n".encode())
        await self.process.stdin.drain()
        shown = b""
        async with asyncio.timeout(60):
            while until.encode() not in shown:
                shown += await self.process.stdout.readline()
        return shown.decode()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Sit down in a new directory, with a pack in it."""
    desk = Desk(tmp_path)
    assert "3 terms to know here: MLOps, Redis, Agile software development" in desk.hears(*PACK, "pack here First week")
    return desk


def test_a_curator_makes_packs_in_words(desk: Desk) -> None:
    """Changed, put into another order, by a tag, shown as newcomers get it, listed and counted; readers may not."""
    changed = desk.hears("pack edit First week", "", "MLOps", "nosuchentry", "", "", "", "", "")
    assert "nosuchentry" in changed
    ordered = desk.hears("pack order First week", "Redis", "MLOps", "agile", "")
    assert "3 terms to know here: Redis, MLOps, Agile software development" in ordered
    assert "MLOps is saved." in desk.hears("more mlops", "", "data-team", "", "", "", "1")
    assert "1 term to know here: MLOps" in desk.hears("pack new", "Data", "", "data-team", "", "1")
    assert "Welcome!" in desk.hears("pack preview First week")
    listed = desk.hears("pack")
    assert "First week" in listed
    assert "Data" in listed
    assert "Groups of fewer than 3 people are not shown." in desk.hears("pack report First week")
    assert "This needs a curator." in desk.hears("pack new", who="noa")


def test_a_newcomer_reads_where_they_left_off(desk: Desk) -> None:
    """Step by step, in one conversation and the next; what they know is not explained to them any more."""
    begun = desk.hears("onboarding", "1", "3", "5", who="noa")
    assert begun.count(STEPS) == 3
    assert "░░░░░░░░░░ 0 of 3" in begun
    assert "███░░░░░░░ 1 of 3" in begun
    assert "Nobody looks after Redis yet." in begun
    assert begun.endswith("Later, then. I remind you once, in 3 days; or write onboarding.\n")
    resumed = desk.hears("onboarding", "2", "6", "explain we keep it in redis", who="noa")
    assert resumed.startswith("Redis\n")
    assert "███████░░░ 2 of 3" in resumed
    assert "All right. If you change your mind, write onboarding." in resumed
    assert "You know every term in th" in resumed
    assert "You have read everything in First week. Well done!" in desk.hears("onboarding", "1", who="noa")
    assert desk.hears("온보딩", who="gil", language="ko").startswith("엠엘옵스 · MLOps\n")


def test_the_quiz_comes_back_to_what_was_missed(desk: Desk) -> None:
    """Ten minutes later, and then the other way round: from the name to its meaning."""
    question = desk.hears("onboarding", "4", who="noa").rpartition("What is this?")[2]
    wrong = next(number for number, label in choices_in(question) if label != "MLOps")
    missed = desk.hears("onboarding", "4", wrong, "1", who="noa")
    assert "Not quite. The answer is MLOps." in missed
    assert missed.count("What is this?") == 2
    with closing(desk.database()) as connection, connection:
        connection.execute("UPDATE learning SET due = strftime('%Y-%m-%d %H:%M:%f', due, '-11 minutes') || '000'")
    again = desk.hears("quiz", who="noa")
    assert again.startswith("What does MLOps mean?\n")
    right = next(number for number, label in choices_in(again) if "machine learning models" in label)
    assert "Right: MLOps." in desk.hears("quiz", right, who="noa")


async def test_who_asked_is_told_before_the_next_prompt(desk: Desk) -> None:
    """In the conversation that goes on meanwhile, once; and in their language, in the next one."""
    assert "알려 드릴게요" in desk.hears("부탁 카나리", who="gil", language="ko")
    async with desk.talking("noa") as noa:
        await noa.says("canary", "Ask for it")
        await noa.says("3", "Never mind")
        async with asyncio.timeout(30):
            while desk.askers() < len(("gil", "noa")):  # noqa: ASYNC110 — what another process counts tells nobody
                await asyncio.sleep(0.05)
        defining = ("1", "", "A release that few get first.", "", "", "", "", "1")
        gaps = await asyncio.to_thread(desk.hears, "gaps", "1", *defining)
        assert "2 people: 카나리" in gaps
        assert "canary is saved." in gaps
        told = await noa.says("redis", "A release that few get first.")
        assert told.index("redis.io") < told.index("You asked for this, and now it is here:")
        assert "canary\n" in told
        assert "You asked" not in await noa.says("mlops", "DevOps\n")
    assert desk.hears(who="noa") == ""
    assert desk.hears(who="gil", language="ko").startswith("부탁하신 말이 이제 올라왔어요.\n")
    assert desk.hears(who="gil", language="ko") == ""


def test_gaps_are_closed_in_words(desk: Desk) -> None:
    """As another name of an entry, by an import, or left alone; the word that was asked for most comes first."""
    desk.hears("ask zork", "ask kanban", "yarak", who="noa")
    desk.hears("ask zork", who="gil")
    assert "Redis is saved." in desk.hears("gaps", "1", "2", "Redis", "1")
    assert desk.hears("zork", who="noa").startswith("You asked for this, and now it is here:\n\nRedis\n")
    (desk.folder / "words.csv").write_text("term,definition\nKanban,A board of work.\n", encoding="utf-8")
    assert desk.runs("import", "words.csv").startswith("+ Kanban\n")
    told = desk.hears(who="noa")
    assert told.startswith("You asked for this, and now it is here:\n\nKanban\n")
    assert desk.hears("gaps", "1", "3", "gaps").endswith("Nothing was asked for in vain lately.\n")
    assert desk.hears(who="gil").startswith("You asked for this, and now it is here:\n\nRedis\n")


def test_who_proposed_is_told_what_became_of_it(desk: Desk) -> None:
    """Accepted, or not taken and why."""
    for name in ("Kanban", "Yarak"):
        assert "you will hear what becomes of it" in desk.hears(f"{name} = A word of ours.", "1", who="pat")
    desk.hears("queue", "1", "1")
    desk.hears("queue", "1", "3", "We have it already.", "")
    told = desk.hears(who="pat")
    assert "Your proposal for Kanban was accepted. Thank you!" in told
    assert "Your proposal for Yarak was not taken." in told
    assert "The reason: We have it already." in told
    assert desk.hears(who="pat") == ""


async def test_who_is_silent_is_reminded_once(desk: Desk) -> None:
    """By one of two processes that find it due, and only who has not stopped."""
    desk.hears("onboarding", who="noa")
    desk.hears("onboarding", "6", who="gil")
    with closing(desk.database()) as connection, connection:
        connection.execute("UPDATE progress SET at = strftime('%Y-%m-%d %H:%M:%f', at, '-4 days') || '000'")
    await do_due(desk)
    await do_due(desk)
    reminded = desk.hears(who="noa")
    assert reminded.startswith("First week is waiting for you. This is where you left off:\n\nMLOps\n")
    assert desk.hears(who="noa") == ""
    assert desk.hears(who="gil") == ""


def test_what_was_asked_is_counted_and_nobody_is_named(desk: Desk) -> None:
    """News need a channel, which a terminal has not."""
    desk.hears("mlops", "redsi", "zork", who="noa")
    stats = desk.hears("stats")
    assert "MLOps" in stats
    assert "not found" in stats
    assert "noa" not in stats
    assert desk.hears("announce") == "Write this in the channel that it is about.\n"


async def do_due(desk: Desk) -> None:
    """Do what is due in two processes at the same time, as often as it is due."""
    settings = Settings.of({"DATABASE_URL": f"sqlite:///{desk.folder / 'malmoi.sqlite3'}"})
    stores = [await open_store(settings) for _ in range(2)]

    def now() -> datetime:
        return datetime.now(UTC)

    schedules = [
        Schedule(store, tasks_of(store, Housing(store, set(), tuple, now), {}), Holder(f"p{number}"), now)
        for number, store in enumerate(stores)
    ]
    done = await asyncio.gather(*(schedule.do_due() for schedule in schedules))
    assert sum("reminders" in each for each in done) <= 1
    for store in stores:
        await store.close()


def choices_in(shown: str) -> list[tuple[str, str]]:
    """Read the numbers that can be picked, and what stands behind each."""
    return [(number, label.strip()) for number, label in re.findall(r"\[(\d+)\] (.+?)(?=   \[|$)", shown, re.MULTILINE)]
