"""Seeing the language in force and why, and choosing one: for oneself, a channel, a workspace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.memory import MemoryStore
from bot.commands import Define, Language, PlaceLanguage, Typed
from bot.language_names import languages_like
from bot.policy import LANGUAGE
from bot.requests import ChannelId, Fact, Place, WorkspaceId
from glossary.concept import LanguageTag
from tests.fakes import HERE, Person, choices_of, words_of
from tests.terms import EN, KO, TERMS

CHANNEL = Place(WorkspaceId("terminal"), ChannelId("C1"))
MEMBER = frozenset({Fact.IS_FULL_MEMBER})


def person(store: MemoryStore, place: Place = CHANNEL, *, is_admin: bool = True) -> Person:
    """Give somebody with an English platform, in a channel."""
    facts = frozenset({Fact.OWNS_OR_ADMINISTERS}) if is_admin else MEMBER
    return Person(store, EN, "somebody" if is_admin else "another", facts, place)


@pytest.mark.parametrize(
    ("settings", "locale", "asked", "said"),
    [
        ("", None, "language", "English, because nothing says otherwise."),
        ("", EN, "language", "English, from the settings of your platform."),
        ("workspace", None, "language", "한국어예요. 이 워크스페이스의 언어를 따랐어요."),
        ("channel", None, "language", "한국어예요. 이 채널의 언어를 따랐어요."),
        ("channel", EN, "language", "English, from the settings of your platform."),
        ("account", EN, "language", "한국어예요. 직접 고르셨어요."),
        ("", EN, "언어", "영어예요. 사용 중인 앱의 설정을 따랐어요."),
        ("", LanguageTag("en-US"), "language", "English, from the settings of your platform."),
        ("", LanguageTag("en-GB"), "language", "English (United Kingdom), from the settings of your platform."),
        ("", LanguageTag("zh-TW"), "language", "Chinese (Traditional, Taiwan), from the settings of your platform."),
    ],
)
async def test_the_language_in_force_is_shown_with_its_reason(
    settings: str, locale: LanguageTag | None, asked: str, said: str
) -> None:
    """Whatever it is that decides where a question says nothing; the region is left out that goes without saying."""
    store = MemoryStore(TERMS)
    somebody = Person(store, locale, place=CHANNEL)
    subjects = {"workspace": HERE.workspace, "channel": CHANNEL.subject}
    if settings == "account":
        await store.choose_language(somebody.asker.account, KO)
    elif settings:
        await store.set_setting(subjects[settings], LANGUAGE, KO)
    assert words_of(await somebody.asks(Typed(asked)))[0] == said


async def test_that_the_platform_says_what_is_spoken_here_is_a_reason() -> None:
    """Where nobody has chosen anything, and the asker's own platform says nothing."""
    somebody = Person(locale=None, place=replace(CHANNEL, locale=KO))
    assert words_of(await somebody.asks(Typed("language")))[0].startswith("한국어예요. ")


async def test_what_everybody_reads_is_said_where_it_is_another_language() -> None:
    """A channel's choice is what everybody there reads, whatever one reads oneself."""
    somebody = person(MemoryStore(TERMS))
    await somebody.asks(Typed("language channel ko"))
    lines = words_of(await somebody.asks(Language()))
    assert lines[:2] == [
        "English, from the settings of your platform.",
        "What everybody here reads comes in Korean.",
    ]


async def test_each_language_is_offered_by_its_own_name_in_the_readers_order() -> None:
    """And leaving it to the bot comes last."""
    offered = [choice.label for choice in choices_of(await Person().asks(Language()))]
    assert offered[-1] == "Automatic"
    assert {"English", "한국어"} <= set(offered)
    assert offered.index("English") < offered.index("한국어")
    korean = [choice.label for choice in choices_of(await Person(locale=KO).asks(Language()))]
    assert korean.index("한국어") < korean.index("English")


@pytest.mark.parametrize("typed", ["ko", "KO", "korean", "Korean", "한국어", "한국어로", "koreanisch", "in korean"])
async def test_a_language_is_chosen_however_it_is_called(typed: str) -> None:
    """By its tag, and by its name in any language."""
    somebody = Person()
    await somebody.asks(Typed(f"language {typed}"))
    assert (await somebody.store.preferences_of(somebody.asker.account)).language == KO


@pytest.mark.parametrize("word", ["auto", "AUTO", "자동"])
async def test_it_can_be_left_to_the_bot_again(word: str) -> None:
    """In any of the bot's languages."""
    somebody = Person()
    await somebody.asks(Typed("language ko"))
    await somebody.asks(Typed(f"language {word}"))
    assert (await somebody.store.preferences_of(somebody.asker.account)).language is None


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("koran", "한국어"),
        ("germn", "Deutsch"),
        ("spansih", "español"),
        ("한국말", "한국어"),
        ("potuguese", "português"),
        ("ukrajnan", "українська"),
    ],
)
async def test_an_unknown_language_gets_the_nearest_known_ones_as_choices(typed: str, near: str) -> None:
    """The nearest first; pressing it chooses it."""
    somebody = Person()
    reply = await somebody.asks(Language(typed))
    assert not reply.is_found
    assert words_of(reply)[0] == f"I know no language called “{typed}”."
    assert choices_of(reply)[0].label == near
    assert (await somebody.asks(choices_of(reply)[0].command)).is_found


def test_names_are_near_in_the_readers_language_too() -> None:
    """A reader whose language CLDR does not know gets the English ones."""
    assert languages_like("catalão", LanguageTag("pt"), 1) == ("ca",)
    assert languages_like("catalan", LanguageTag("tlh"), 1) == ("ca",)
    assert languages_like("catalan", LanguageTag("not a tag"), 1) == ("ca",)
    assert languages_like("no such thing whatsoever", EN, 5) == ()


async def test_where_nothing_is_near_what_is_used_here_is_offered() -> None:
    """Rather than nothing."""
    reply = await Person().asks(Language("qqqqqqqqqq"))
    assert choices_of(reply)[-1].label == "Automatic"


async def test_a_term_that_begins_like_the_command_is_looked_up() -> None:
    """Several words that are no language are none."""
    reply = await Person().asks(Typed("language server protocol"))
    assert words_of(reply)[0] == "“language server protocol” is not in this glossary."


async def test_a_place_has_a_language() -> None:
    """Seen, chosen and taken back, one line after the other."""
    somebody = person(MemoryStore(TERMS))
    for line, said in (
        ("language channel", "No language is chosen for this channel."),
        ("language channel ko", "What everybody here reads comes in Korean from now on."),
        ("language channel", "The language of this channel is Korean."),
        ("language channel auto", "This channel has no language of its own any more."),
        ("language workspace", "No language is chosen for this workspace."),
        ("language workspace 한국어", "이제부터 이 워크스페이스에서 언어를 고르지 않은 사람은 한국어로 보게 돼요."),
        ("language workspace", "The language of this workspace is Korean."),
        ("언어 워크스페이스 auto", "이제 이 워크스페이스에 따로 정해 둔 언어가 없어요."),
    ):
        assert words_of(await somebody.asks(Typed(line)))[0] == said


async def test_the_choice_for_a_place_counts_at_once_for_everybody() -> None:
    """A workspace's for who chose nothing; a channel's for who reads along there."""
    store = MemoryStore(TERMS)
    admin, other = person(store), Person(store, None, "other", MEMBER, CHANNEL)
    assert words_of(await other.asks(Define(None, "mlops")))[0] == "MLOps"
    await admin.asks(Typed("language workspace ko"))
    assert words_of(await other.asks(Define(None, "mlops")))[0] == "엠엘옵스 · MLOps"
    assert words_of(await admin.asks(Define(None, "mlops")))[0] == "MLOps"
    public = Person(store, EN, "public", MEMBER, Place(CHANNEL.workspace, CHANNEL.channel, is_public=True))
    assert words_of(await public.asks(Define(None, "mlops")))[0] == "엠엘옵스 · MLOps"
    await admin.asks(Typed("language channel en"))
    assert words_of(await public.asks(Define(None, "mlops")))[0] == "MLOps"


async def test_who_may_choose_for_a_place() -> None:
    """A curator for a channel, an administrator for the workspace; everybody sees it."""
    store = MemoryStore(TERMS)
    member, curator = person(store, is_admin=False), Person(store, EN, "curator", MEMBER, CHANNEL)
    await person(store).asks(Typed("roles terminal:curator curator"))
    assert words_of(await member.asks(PlaceLanguage("channel", "ko"))) == [
        "This needs a curator. An administrator of this workspace can give you that role."
    ]
    assert words_of(await member.asks(PlaceLanguage("channel"))) == ["No language is chosen for this channel."]
    assert (await curator.asks(PlaceLanguage("channel", "ko"))).is_found
    assert choices_of(await curator.asks(PlaceLanguage("channel")))[-1].command == PlaceLanguage("channel", "auto")
    assert words_of(await curator.asks(PlaceLanguage("workspace", "ko"))) == [
        "This needs an administrator of this workspace."
    ]
    assert words_of(await curator.asks(PlaceLanguage("channel", "koran")))[0] == "I know no language called “koran”."


async def test_where_there_is_no_channel_none_gets_a_language() -> None:
    """In a terminal, for instance."""
    reply = await Person().asks(Typed("language channel ko"))
    assert not reply.is_found
    assert words_of(reply) == ["A language is chosen for a channel; this is none."]


async def test_a_choice_is_in_what_is_kept_about_a_person() -> None:
    """And goes when they are forgotten."""
    somebody = Person()
    await somebody.asks(Typed("language de"))
    assert '"de"' in words_of(await somebody.asks(Typed("data")))[1]
    forget = await somebody.asks(Typed("forget"))
    await somebody.asks(choices_of(forget)[0].command)
    assert (await somebody.store.preferences_of(somebody.asker.account)).language is None
