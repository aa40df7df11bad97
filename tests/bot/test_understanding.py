"""Command words and terms in a typed line."""

from __future__ import annotations

import pytest

from bot.commands import (
    Add,
    Aimed,
    Announce,
    Ask,
    Browse,
    Command,
    Define,
    Explain,
    Gaps,
    Help,
    Language,
    Onboarding,
    PackDelete,
    PackEdit,
    PackHere,
    PackNew,
    PackOrder,
    PackPreview,
    PackReport,
    Packs,
    Put,
    Queue,
    Quiz,
    Roles,
    Search,
    Stats,
    Typed,
    Why,
)
from bot.understanding import looked_up, understood
from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId
from tests.terms import KO, TERMS, name


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("", Help()),
        ("  ", Help()),
        ("mlops", Define(None, "mlops")),
        ("  what  is mlops ", Define(None, "what is mlops")),
        ("define mlops", Define(None, "mlops")),
        ("DEFINE help", Define(None, "help")),
        ("define", Help()),
        ("help", Help()),
        ("search memory", Search("memory")),
        ("search", Define(None, "search")),
        ("why redis", Why("redis")),
        ("explain", Explain("")),
        ("explain redis", Define(None, "redis")),
        ("Explain  what  it\nsays", Explain("what  it\nsays")),
        ("설명 이것은 무슨 말인가요", Explain("이것은 무슨 말인가요")),
        ("explaining redis", Define(None, "explaining redis")),
        ("known redis", Aimed("known", "redis", "known redis")),
        ("known", Define(None, "known")),
        ("why", Define(None, "why")),
        ("add etcd", Add("etcd")),
        ("edit redis", Aimed("edit", "redis", "edit redis")),
        ("edit", Define(None, "edit")),
        ("roles", Roles()),
        ("roles slack:T1:U1 curator", Roles("slack:T1:U1", "curator")),
        ("roles curator", Define(None, "roles curator")),
        ("queue", Queue()),
        ("queue up", Define(None, "queue up")),
        ("etcd = a store", Put(None, "etcd", "a store")),
        ("카프카 (ko) = 기록", Put(KO, "카프카", "기록")),
        ("a=b", Define(None, "a=b")),
        ("help desk", Define(None, "help desk")),
        ("browse", Browse()),
        ("browse the web", Define(None, "browse the web")),
        ("language", Language()),
        ("language ko", Language("ko")),
        ("language korean", Language("korean")),
        ("language klingonish", Language("klingonish")),
        ("language portugues brasil", Define(None, "language portugues brasil")),
        ("language Chinese (Simplified)", Language("Chinese (Simplified)")),
        ("정의 레디스", Define(None, "레디스")),
        ("onboarding", Onboarding()),
        ("onboarding checklist", Define(None, "onboarding checklist")),
        ("quiz", Quiz()),
        ("ask kafka", Ask("kafka")),
        ("ask", Define(None, "ask")),
        ("gaps", Gaps()),
        ("stats", Stats()),
        ("announce", Announce()),
        ("announce Week", Announce("week")),
        ("알림 매주", Announce("week")),
        ("announce the news", Define(None, "announce the news")),
        ("pack", Packs()),
        ("pack new", PackNew()),
        ("pack new First week", PackNew("First week")),
        ("pack edit First week", PackEdit("First week")),
        ("pack order x", PackOrder("x")),
        ("pack preview x", PackPreview("x")),
        ("pack here x", PackHere("x")),
        ("pack report x", PackReport("x")),
        ("pack delete x", PackDelete("x")),
        ("pack edit", Packs()),
        ("pack mule", Define(None, "pack mule")),
        ("꾸러미 수정 첫 주", PackEdit("첫 주")),
        ("온보딩", Onboarding()),
        ("빠진 말", Gaps()),
        ("un pin redis", Aimed("unpin", "redis", "un pin redis")),
        ("고정 해제 레디스", Aimed("unpin", "레디스", "고정 해제 레디스")),
        ("역할 @ada 큐레이터", Roles("@ada", "curator")),
        ("역할 @ada 왕", Roles("@ada", "왕")),
        ("roles S123 responsable du glossaire", Roles("S123", "curator")),
        ("roles in scrum", Define(None, "roles in scrum")),
        ("목록", Browse()),
        ("언어 한국어", Language("한국어")),
        ("도움말", Help()),
    ],
)
def test_a_line_is_a_command_or_a_term(line: str, command: Command) -> None:
    """A command word counts with what fits behind it; everything else is looked up."""
    assert understood(line, Catalogue(TERMS)) == command


def test_a_name_in_the_glossary_beats_a_command_word() -> None:
    """A team may define *help*, or *language model*."""
    terms = Catalogue([Concept(ConceptId("h"), (name("Help"),)), Concept(ConceptId("b"), (name("Browse"),))])
    assert understood("help", terms) == Define(None, "help")
    assert understood("BROWSE", terms) == Define(None, "BROWSE")


@pytest.mark.parametrize(
    ("line", "wish"),
    [
        ("", Typed("")),
        (" Help ", Typed(" Help ")),
        ("도움말", Typed("도움말")),
        ("help desk", Define(None, "help desk")),
        ("browse", Define(None, "browse")),
        ("Kafka = A log of\nevents.", Put(None, "Kafka", "A log of\nevents.")),
    ],
)
def test_behind_a_command_that_looks_up_every_word_is_a_term(line: str, wish: Typed | Define | Put) -> None:
    """But a call for help, and a line that writes."""
    assert looked_up(line) == wish


def test_a_line_that_defines_a_term_may_also_say_how() -> None:
    """The word in front changes nothing."""
    assert understood("define Kafka = A log.", Catalogue()) == Put(None, "Kafka", "A log.")
