"""What if it is not Slack, or is not well? Over HTTP: whatever comes, nothing breaks, leaks or is done twice."""

from __future__ import annotations

import json
import logging
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.http import parsed
from adapters.slack.inbound import text_of
from glossary.concept import Concept, ConceptId, Definition
from tests.adapters.slack.conftest import delivered, running
from tests.adapters.slack.standin import SECRET, buttons_of, words_of
from tests.adapters.slack.test_asking import press_in
from tests.terms import EN, name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.adapters.slack.conftest import Bot
    from tests.adapters.slack.standin import Slack, StandIn

HOSTILE = {
    "calls everybody": "<!channel> <!here> <!everyone>",
    "calls somebody": "<@U123> <!subteam^S1>",
    "escaped before": "&lt;!channel&gt; &amp;amp;",
    "markup": "*bold* _italic_ ~struck~ `code` ```pre``` > quote",
    "right to left": "\u202eevil\u202c שלום العربية",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301\u200d",
    "long": "word " * 800,
    "one long word": "x" * 4000,
    "links": "<https://evil.example|bank> https://evil.example",
    "half of a pair": "a \ud800 b",
    "nothing to see": "\u200b\u200b",
    "lines": "a\r\nb\tc\u2028d\x00\x1b[31m",
}


@given(st.text("ab=&;+%2Cc3Gé\x00 {[", max_size=30))
def test_a_form_is_read_as_the_standard_library_reads_it(form: str) -> None:
    """Twice the same name, broken escapes, no text in UTF-8, a semicolon: what a name stands for is never in doubt."""
    read = parsed(written := f"text=&{form}")
    assert read is not None
    expected = dict(parse_qsl(written, keep_blank_values=True))
    assert {**read, "": ""} == {**expected, "": ""}  # the library leaves out what has no name and no value


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_a_hostile_query_is_answered_and_calls_nobody(slack: Slack, text: str) -> None:
    """Within Slack's limits, which the stand-in looks after."""
    encoded = text.encode("utf-8", "replace").decode()
    answer = await slack.command("/define", encoded)
    assert not calls_somebody(answer)
    assert answer["response_type"] == "ephemeral"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_a_hostile_definition_is_shown_as_text(slack: Slack, standin: StandIn, text: str) -> None:
    """Or is refused at its field; what is saved calls nobody, also when it is shared."""
    await slack.command("/glossary", "add")
    opened = (await standin.heard("views.open"))["view"]
    answer = await slack.submit(opened, name="Thing", definition=text[:3000])
    if answer["response_action"] == "errors":
        return
    await press_in(slack, answer["view"], "Save")
    await standin.heard("views.update")
    shown = await slack.command("/define", "thing")
    assert not calls_somebody(shown)
    await slack.press(buttons_of(shown)["Share here"])
    assert not calls_somebody(await standin.heard("response_url"))


def thirty_meanings() -> tuple[Concept, ...]:
    """Make thirty concepts of one name."""
    return tuple(
        Concept(ConceptId(f"c{number}"), (name("Thing"),), (Definition("x", EN),), f"domain {number}")
        for number in range(30)
    )


def sixty_relations() -> tuple[Concept, ...]:
    """Make a concept with sixty others beside it."""
    others = tuple(Concept(ConceptId(f"c{number}"), (name(f"Other {number}"),)) for number in range(60))
    related = tuple(concept.id for concept in others)
    return (Concept(ConceptId("thing"), (name("Thing"),), (Definition("x", EN),), related=related), *others)


@pytest.mark.parametrize("concepts", [thirty_meanings()])
async def test_thirty_meanings_fit_and_none_is_hidden(slack: Slack) -> None:
    """However much hangs on a name."""
    assert len(buttons_of(await slack.command("/define", "thing"))) == 30


@pytest.mark.parametrize("concepts", [sixty_relations()])
async def test_sixty_related_terms_fit(slack: Slack) -> None:
    """Some stand as buttons, and all of it stays within the limits."""
    assert "Other 0" in buttons_of(await slack.command("/define", "thing"))


def calls_somebody(message: Mapping[str, Any]) -> bool:
    """Tell whether Slack would read a call into any text that it parses: the fallback, and mrkdwn."""
    elements = [one for block in message["blocks"] for one in (block.get("text"), *block.get("elements", []))]
    parsed = [one["text"] for one in elements if one and one["type"] == "mrkdwn"]
    return any(call in text for text in (message["text"], *parsed) for call in ("<!", "<@U123"))


@pytest.mark.parametrize(
    ("more", "early", "status"),
    [
        ({"secret": "another"}, 0, 401),
        ({}, -400, 401),
        ({}, 400, 401),
        ({}, 0, 200),
    ],
)
async def test_only_slack_is_heard_and_only_now(slack: Slack, more: dict[str, Any], early: float, status: int) -> None:
    """A signature of another secret, or one that is five minutes old or to come, is refused."""
    body = urlencode({"command": "/define", "text": "mlops", "team_id": "T1", "user_id": "U1"}).encode()
    assert (await slack.post(body, at=time.time() + early, **more))[0] == status


@pytest.mark.parametrize("headers", [{}, {"X-Slack-Signature": "v0=0"}, {"X-Slack-Request-Timestamp": "soon"}])
async def test_a_missing_signature_is_refused(slack: Slack, headers: dict[str, str]) -> None:
    """Whichever half of it is missing."""
    async with slack.session.post(f"{slack.address}/slack/events", data=b"text=mlops", headers=headers) as response:
        assert response.status == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Request-Timestamp": "9" * 400},
        {"X-Slack-Request-Timestamp": "9" * 5_000},
        {"X-Slack-Signature": "v0=é"},
    ],
)
async def test_a_signature_that_is_none_is_refused(
    slack: Slack, headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """Numbers that no clock shows and letters that no digest has are no mistake of ours, and stand in no log."""
    written = {"X-Slack-Request-Timestamp": str(int(time.time())), "X-Slack-Signature": "v0=0", **headers}
    async with slack.session.post(f"{slack.address}/slack/events", data=b"text=mlops", headers=written) as response:
        assert response.status == 401
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"type": "event_callback", "event"', 400),
        (b"payload=%7B%22type", 400),
        (b"[1, 2]", 404),
        (b"\xff\xfe", 400),
        (b"", 404),
        (b"{" * 100_000, 400),
        (b"x" * 5_000_000, 413),
    ],
)
async def test_a_body_that_is_broken_is_refused(slack: Slack, body: bytes, status: int) -> None:
    """Truncated, not UTF-8, too large, or nothing at all; signed or not."""
    assert (await slack.post(body))[0] == status


async def test_slack_may_look_at_the_certificate(slack: Slack) -> None:
    """It does so without a signature."""
    async with slack.session.post(f"{slack.address}/slack/events", data=b"ssl_check=1&token=x") as response:
        assert response.status == 200


async def test_slack_is_told_that_the_address_is_right(slack: Slack) -> None:
    """When the app is set up."""
    body = json.dumps({"type": "url_verification", "challenge": "abc", "token": "x"}).encode()
    status, said = await slack.post(body, "application/json")
    assert (status, json.loads(said)) == (200, {"challenge": "abc"})


@pytest.mark.parametrize(
    "token", ["", "9:define::mlops", "1:nothing", "1:save:" + "0" * 12, "no token", "1:show:gone:"]
)
async def test_a_button_that_is_foreign_or_stale_says_so(slack: Slack, standin: StandIn, token: str) -> None:
    """And does nothing."""
    await slack.press(token)
    said = words_of(await standin.heard("response_url"))
    assert any(part in said for part in ("no longer", "not there"))


async def test_an_unknown_action_is_acknowledged(slack: Slack) -> None:
    """It may be of a version that is still to come, or long gone."""
    assert await slack.interact("block_actions", actions=[{"action_id": "other", "type": "button", "value": "x"}]) == {}
    assert await slack.interact("view_submission", view={"type": "modal", "callback_id": "other", "blocks": []}) == {}
    assert await slack.interact("view_closed", view={"type": "modal", "callback_id": "form", "blocks": []}) == {}
    assert await slack.interact("shortcut", callback_id="other") == {}


async def test_a_form_submitted_twice_is_saved_once(slack: Slack, standin: StandIn) -> None:
    """Both previews can be saved; the second finds the name taken."""
    await slack.command("/glossary", "add")
    opened = (await standin.heard("views.open"))["view"]
    first = await slack.submit(opened, name="Kafka", definition="A log.")
    second = await slack.submit(opened, name="Kafka", definition="A log.")
    for number, preview in enumerate((first, first, second), 1):
        await press_in(slack, preview["view"], "Save")
        await standin.heard("views.update", number)
    said = [words_of(call.arguments["view"]) for call in standin.made("views.update")]
    assert "Kafka" in said[0]
    assert "is saved" in said[0]
    assert "saved already" in said[1]
    assert "is saved" not in said[2]


async def test_a_modal_whose_purpose_was_tampered_with_does_nothing(slack: Slack) -> None:
    """It says that it is outdated."""
    view = {"type": "modal", "callback_id": "form", "private_metadata": '{"purpose":"1:nothing"}', "blocks": []}
    answer = await slack.interact("view_submission", view={**view, "id": "V1"})
    assert "no longer works" in words_of(answer["view"])


async def test_nothing_that_was_typed_is_logged(slack: Slack, caplog: pytest.LogCaptureFixture) -> None:
    """Also when nobody listens to it."""
    with caplog.at_level(logging.DEBUG):
        await slack.command("/define", "secretword")
        await slack.interact("block_actions", actions=[{"action_id": "x", "type": "button", "value": "secretword"}])
        await slack.event(
            {"type": "message", "channel_type": "im", "user": "U1", "channel": "D1", "text": "secretword"}
        )
    assert "secretword" not in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_a_hostile_proposal_is_shown_to_a_channel_as_text(standin: StandIn, bot: Bot, text: str) -> None:
    """Up to the longest definition that there may be; it calls nobody, and is within Slack's limits."""
    standin.members["C7"] |= {"UADMIN"}
    encoded = text.encode("utf-8", "replace").decode()
    async with running(standin, bot) as (slack, platform):
        await slack.command("/glossary", "queue here", "UADMIN", "C7")
        await slack.command("/glossary", "settings", "UADMIN")
        await slack.submit((await standin.heard("views.open"))["view"], "UADMIN", review="yes")
        thanks = await slack.command("/define", f"Thing = {encoded}"[:4000])
        if "Thank you" in words_of(thanks):
            await delivered(bot, platform)
            await delivered(bot, platform)
            posts = [call.arguments for call in standin.made("chat.postMessage") if call.arguments["channel"] == "C7"]
            assert "Accept" in buttons_of(posts[-1])
            assert not any(map(calls_somebody, posts))


async def test_what_somebody_else_wrote_or_shared_is_not_theirs(slack: Slack, standin: StandIn) -> None:
    """A draft is its writer's; what others shared a curator takes back."""
    preview = await slack.command("/define", "mlops = Another text.")
    for count, label in enumerate(("Save", "Edit again", "Discard"), 1):
        await slack.press(buttons_of(preview)[label], "UK")
        await standin.heard("response_url", count)
    assert "Another text." not in words_of(await slack.command("/define", "mlops"))
    await slack.press("1:takeback:slack:T1:U1", "UK", message={"ts": "1.0"})
    refused = await standin.heard("response_url", 4)
    assert "delete_original" not in refused
    await slack.press(buttons_of(preview)["Save"])
    assert "is saved" in words_of(await standin.heard("response_url", 5))


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "event_callback", "team_id": "T1", "event": {"type": "message", "channel_type": "im"}},
        {"type": "event_callback", "team_id": "T1", "event": {"type": "app_mention", "user": {"id": "U1"}}},
        {"type": "event_callback", "team_id": "T1", "event": "none"},
        {"type": "block_actions", "team": {"id": "T1"}, "user": {"id": "U1"}, "actions": []},
        {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": "U1"}, "view": {"callback_id": "form"}},
        {"type": "nothing of the kind"},
    ],
)
async def test_a_payload_without_what_belongs_in_it_harms_nobody(slack: Slack, payload: dict[str, Any]) -> None:
    """It is answered with something, and the next one is answered as ever."""
    status, _ = await slack.post(json.dumps(payload).encode(), "application/json")
    assert status in {200, 400, 404, 500}
    assert "Running " in words_of(await slack.command("/define", "mlops"))


async def test_a_body_without_end_is_not_read_to_its_end(slack: Slack) -> None:
    """Twenty megabytes are enough to know."""
    try:
        status, _ = await slack.post(b"x" * 22_000_000)
    except aiohttp.ClientError:
        return  # the connection was closed while it was still being sent
    assert status == 413


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<@U1> and <@UBOT>", "slack:T1:U1 and "),
        ("<#C1|general> <#C2>", "#general #C2"),
        ("<!here> <!subteam^S1|@editors>", "@here S1"),
        ("<https://example.org|a page> <mailto:a@b.c>", "a page mailto:a@b.c"),
        ("a &lt;!channel&gt; <b> & c", "a <!channel> <b> & c"),
    ],
)
def test_what_slack_marked_up_is_read_as_people_wrote_it(written: str, read: str) -> None:
    """And what only looks like it stays."""
    assert text_of(written, "T1", "UBOT") == read
