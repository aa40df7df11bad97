"""Journeys over HTTP: somebody types a command and presses what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from adapters.slack.platform import AN_HOUR, Passing
from tests.adapters.slack.conftest import running
from tests.adapters.slack.standin import buttons_of, words_of

if TYPE_CHECKING:
    from tests.adapters.slack.conftest import Bot
    from tests.adapters.slack.standin import Slack, StandIn


async def test_a_term_is_explained_to_whoever_asks(slack: Slack) -> None:
    """The acknowledgement is the answer: private, with what can be done next as buttons."""
    answer = await slack.command("/define", "mlops")
    assert answer["response_type"] == "ephemeral"
    assert "Running " in words_of(answer)
    assert {"한국어", "레디스 · Redis", "Share here"} - buttons_of(answer).keys() <= {"레디스 · Redis"}


async def test_a_warm_question_makes_no_call(slack: Slack, standin: StandIn) -> None:
    """Who asks is learned after the first answer, and the installation is known from the start."""
    await slack.command("/define", "mlops")
    await standin.heard("users.info")
    before = len(standin.calls)
    for _ in range(3):
        await slack.command("/define", "mlops")
    assert len(standin.calls) == before


async def test_the_answer_comes_in_the_language_of_the_reader(slack: Slack) -> None:
    """As soon as it is known who asks; no question waits for that."""
    await slack.command("/glossary", "help", "UK")
    assert "모델을 운영하는 일이다." in words_of(await slack.command("/define", "mlops", "UK"))


async def test_a_misspelt_term_is_found_and_the_answer_says_so(slack: Slack) -> None:
    """With a way out when it was not meant."""
    answer = await slack.command("/define", "reddys")
    assert "You wrote" in words_of(answer)
    assert "Not what I meant" in buttons_of(answer)


async def test_every_meaning_of_a_name_is_offered(slack: Slack, standin: StandIn) -> None:
    """None hidden; the one that is pressed is shown privately."""
    answer = await slack.command("/define", "sap")
    offered = buttons_of(answer)
    assert {"SAP (company)", "SAP (networking)"} <= offered.keys()
    await slack.press(offered["SAP (networking)"])
    shown = await standin.heard("response_url")
    assert "Where a service is reached." in words_of(shown)
    assert (shown["response_type"], shown["replace_original"]) == ("ephemeral", False)


async def test_a_term_that_is_missing_can_be_added(slack: Slack, standin: StandIn) -> None:
    """The button opens a modal with the term in it; the modal shows what was written, and saves it."""
    answer = await slack.command("/define", "kafka")
    await slack.press(buttons_of(answer)["Add it"])
    opened = (await standin.heard("views.open"))["view"]
    preview = await slack.submit(opened, definition="A log of events.")
    assert preview["response_action"] == "update"
    assert "Not saved yet" in words_of(preview["view"])
    await press_in(slack, preview["view"], "Save")
    saved = (await standin.heard("views.update"))["view"]
    assert "is saved" in words_of(saved)
    assert "A log of events." in words_of(await slack.command("/define", "kafka"))


async def test_a_fault_stands_at_its_field(slack: Slack, standin: StandIn) -> None:
    """The modal stays open with everything that was written."""
    await slack.command("/glossary", "add")
    opened = (await standin.heard("views.open"))["view"]
    answer = await slack.submit(opened, name="\u202ebad", definition="x")
    assert answer["response_action"] == "errors"
    assert answer["errors"].keys() == {"name"}


@pytest.mark.parametrize("text", ["", "help", " HELP "])
async def test_help_comes_with_nothing_and_with_help(slack: Slack, text: str) -> None:
    """In a few lines, with examples to press."""
    assert "Type a word" in words_of(await slack.command("/define", text))


async def test_a_line_with_an_equals_sign_writes(slack: Slack) -> None:
    """Also behind the command that looks up."""
    await slack.command("/glossary", "help")
    assert "is saved" in words_of(await slack.command("/define", "Kafka = A log of\nevents."))
    assert "A log of" in words_of(await slack.command("/define", "kafka"))


async def test_the_word_payload_is_a_word_like_any_other(slack: Slack) -> None:
    """Bolt's own parsing loses such a command."""
    assert "payload" in words_of(await slack.command("/define", "payload"))


async def test_an_answer_is_shared_with_the_channel(slack: Slack, standin: StandIn) -> None:
    """Through the address of the question, which also works where the bot is no member; who shared it is named."""
    answer = await slack.command("/define", "mlops")
    await slack.press(buttons_of(answer)["Share here"])
    shared = await standin.heard("response_url")
    assert (shared["response_type"], shared["replace_original"]) == ("in_channel", False)
    assert "<@U1> shared this." in words_of(shared)
    await slack.press(buttons_of(shared)["In my language"], "UK", message={"ts": "1.2"})
    private = await standin.heard("response_url", 2)
    assert private["response_type"] == "ephemeral"
    assert "모델을 운영하는 일이다." in words_of(private)


async def test_after_half_an_hour_an_answer_is_shared_by_a_message(slack: Slack, standin: StandIn) -> None:
    """The address of the question has expired."""
    answer = await slack.command("/define", "mlops")
    standin.failures.append(("response_url", 404, {}, {}))
    await slack.press(buttons_of(answer)["Share here"])
    assert "<@U1> shared this." in words_of(await standin.heard("chat.postMessage"))


async def test_where_the_bot_may_not_post_it_says_what_to_do(slack: Slack, standin: StandIn) -> None:
    """Neither way leads into the channel."""
    answer = await slack.command("/define", "mlops", channel="C9")
    standin.failures += [("response_url", 404, {}, {})] * 2
    place: dict[str, Any] = {"channel": {"id": "C9"}, "container": {"type": "message", "channel_id": "C9"}}
    await slack.press(buttons_of(answer)["Share here"], "U1", **place)
    assert "/invite @malmoi" in words_of(await standin.heard("chat.postEphemeral"))


async def test_what_was_shared_can_be_taken_back(slack: Slack, standin: StandIn) -> None:
    """By whoever shared it, and not by somebody else."""
    answer = await slack.command("/define", "mlops")
    await slack.press(buttons_of(answer)["Share here"])
    shared = await standin.heard("response_url")
    await slack.press(buttons_of(shared)["Remove"], "UK", message={"ts": "1.2"})
    assert (await standin.heard("response_url", 2))["response_type"] == "ephemeral"
    await slack.press(buttons_of(shared)["Remove"], message={"ts": "1.2"})
    assert await standin.heard("response_url", 3) == {"delete_original": True}


async def test_pages_are_turned_in_place(slack: Slack, standin: StandIn, bot: Bot) -> None:
    """The page that was read makes room."""
    for number in range(12):
        await slack.command("/define", f"Term {number} = Number {number}.")
    answer = await slack.command("/glossary", "browse")
    await slack.press(buttons_of(answer)["Next page"])
    assert (await standin.heard("response_url"))["replace_original"] is True
    assert bot.at_home == {"slack:T1"}


async def test_an_administrator_sets_the_policy_at_once(slack: Slack, standin: StandIn) -> None:
    """What depends on who somebody is waits until that is known."""
    await slack.command("/glossary", "settings", "UADMIN")
    opened = (await standin.heard("views.open"))["view"]
    kept = await slack.submit(opened, "UADMIN", review="yes")
    assert "The settings are kept." in words_of(kept["view"])
    assert "administrator" in words_of(await slack.command("/glossary", "settings", "U1"))


async def test_a_group_of_users_can_be_given_a_role(standin: StandIn, bot: Bot) -> None:
    """Whoever is in it has the role, once it is looked up again; only such groups are ever asked about."""
    standin.knows("U2")
    standin.groups = {"S123": ["U1"], "S999": ["U2"]}
    now = 0.0
    async with running(standin, bot, passing=Passing(clock=lambda: now)) as (slack, _):
        assert "curator" in words_of(await slack.command("/glossary", "queue", "U1"))
        await slack.command("/glossary", "roles <!subteam^S123|@editors> curator", "UADMIN")
        now = AN_HOUR
        assert "Nothing waits" in words_of(await slack.command("/glossary", "queue", "U1"))
        assert "curator" in words_of(await slack.command("/glossary", "queue", "U2"))
        standin.failures.append(("usergroups.users.list", 200, {}, {"ok": False, "error": "no_such_subteam"}))
        now = 2 * AN_HOUR
        assert "curator" in words_of(await slack.command("/glossary", "queue", "U1")), "Slack does not say who is in it"
    assert {call.arguments["usergroup"] for call in standin.made("usergroups.users.list")} == {"S123"}


async def test_my_data_comes_as_a_file_by_direct_message(slack: Slack, standin: StandIn) -> None:
    """No answer to a command can hold one."""
    await slack.command("/glossary", "language ko")
    await slack.command("/glossary", "data")
    finished = await standin.heard("files.completeUploadExternal")
    assert finished["channel_id"] == "D1"
    assert b'"language"' in next(iter(standin.files.values()))


async def press_in(slack: Slack, view: dict[str, object], label: str) -> None:
    """Press a button in a modal."""
    shown = {**view, "id": "V1"}
    place: dict[str, Any] = {
        "view": shown,
        "container": {"type": "view", "view_id": "V1"},
        "channel": None,
        "response_url": "",
    }
    await slack.press(buttons_of(shown)[label], "U1", **place)
