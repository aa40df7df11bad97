"""What if Slack fails, is slow, or has let go of something? Whoever asked hears of it wherever there is a way."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from adapters.memory import MemoryStore
from adapters.slack.platform import Passing
from bot.commands import Explain, Home, Typed
from bot.replies import Form, Silence
from glossary.errors import MalformedError
from tests.adapters.slack.conftest import Bot, running, settings_for, settled
from tests.adapters.slack.standin import TOKEN, buttons_of, words_of
from tests.terms import TERMS

if TYPE_CHECKING:
    from bot.replies import Reply
    from bot.requests import Request
    from tests.adapters.slack.standin import Slack, StandIn

GONE = {"ok": False, "error": "not_found"}
FAILED = {"ok": False, "error": "internal_error"}


class Slow(Bot):
    """A bot whose answers come when the test lets them."""

    def __init__(self) -> None:
        super().__init__(MemoryStore(TERMS))
        self.may_answer = asyncio.Event()
        self._prompt = self.reply_to
        self.reply_to = self._reply_to

    async def _reply_to(self, request: Request) -> Reply | Form | Silence:
        await self.may_answer.wait()
        return await self._prompt(request)


class Mute(Bot):
    """A bot that has nothing to say to some wishes."""

    def __init__(self, *wishes: type) -> None:
        super().__init__(MemoryStore(TERMS))
        self._prompt = self.reply_to
        self._wishes = wishes
        self.reply_to = self._reply_to

    async def _reply_to(self, request: Request) -> Reply | Form | Silence:
        return Silence() if isinstance(request.command, self._wishes) else await self._prompt(request)


# ── what takes longer than Slack waits ────────────────────────────────────────────────────────────────────────────────


async def test_what_takes_long_is_acknowledged_and_answered_later(standin: StandIn) -> None:
    """A lookup, a button, a form and what comes of it."""
    bot = Slow()
    async with running(standin, bot, passing=Passing(patience=0.01)) as (slack, _):
        for count, text in enumerate(("mlops", "redis"), 1):
            assert "takes a moment" in (await slack.command("/define", text))["text"]
            bot.may_answer.set()
            assert text in words_of(await standin.heard("response_url", count)).lower()
            bot.may_answer.clear()
        assert "takes a moment" in (await slack.command("/glossary", "add zanzibar"))["text"]
        bot.may_answer.set()
        form = (await standin.heard("views.open"))["view"]
        bot.may_answer.clear()
        answer = await slack.submit(form, name="Zanzibar", definition="Who may do what.")
        assert "takes a moment" in words_of(answer["view"])
        bot.may_answer.set()
        preview = (await standin.heard("views.update"))["view"]
        bot.may_answer.clear()
        view = {**preview, "id": "V1"}
        assert await slack.press(buttons_of(preview)["Save"], view=view, channel=None, response_url="") == {}
        bot.may_answer.set()
        assert "is saved" in words_of((await standin.heard("views.update", 2))["view"])


# ── what is not there any more ────────────────────────────────────────────────────────────────────────────────────────


async def test_what_is_said_into_a_closed_modal_is_said_where_it_was_opened(slack: Slack, standin: StandIn) -> None:
    """What was saved is saved, and whoever closed it too soon knows."""
    preview = await slack.command("/define", "mlops = Another text.")
    await slack.press(buttons_of(preview)["Edit again"])
    form = {**(await standin.heard("views.open"))["view"], "id": "V1"}
    shown = {**form, **(await slack.submit(form, definition="Yet another."))["view"]}
    standin.failures.append(("views.update", 200, {}, GONE))
    await slack.press(buttons_of(shown)["Save"], view=shown, channel=None, response_url="")
    said = await standin.heard("response_url")
    assert "is saved" in words_of(said)
    assert said["replace_original"] is False


async def test_a_modal_that_cannot_be_changed_for_another_reason_is_logged(
    slack: Slack, standin: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    """By its kind; nothing else is known to be right then."""
    await slack.command("/glossary", "add")
    form = {**(await standin.heard("views.open"))["view"], "id": "V1"}
    preview = {**form, **(await slack.submit(form, name="Zanzibar", definition="secretword"))["view"]}
    standin.failures.append(("views.update", 200, {}, FAILED))
    await slack.press(buttons_of(preview)["Discard"], view=preview, channel=None, response_url="")
    await standin.heard("views.update")
    await slack.command("/define", "mlops")
    assert "CallError" in caplog.text
    assert "secretword" not in caplog.text


@pytest.mark.parametrize(("channel", "method"), [("C1", "chat.postEphemeral"), ("D1", "chat.postMessage")])
async def test_an_answer_finds_another_way_when_its_address_is_used_up(
    slack: Slack, standin: StandIn, channel: str, method: str
) -> None:
    """Privately in a channel, and in a direct message as the bot's own."""
    standin.failures.append(("response_url", 404, {}, {}))
    await slack.press("1:help", channel={"id": channel})
    assert "Type a word" in words_of(await standin.heard(method))


async def test_a_message_of_the_bots_is_changed_and_taken_away_without_its_address(
    slack: Slack, standin: StandIn
) -> None:
    """By its own name, as long as it is one that others read; one that is private goes by itself."""
    for count, message in enumerate(({"ts": "7.7"}, {}), 1):
        standin.failures.append(("response_url", 404, {}, {}))
        await slack.press("1:takeback:slack:T1:U1", message=message)
        await standin.heard("response_url", count)
    await slack.command("/define", "mlops")
    (deleted,) = standin.made("chat.delete")
    assert deleted.arguments == {"channel": "C1", "ts": "7.7"}
    standin.failures.append(("response_url", 404, {}, {}))
    await slack.press("1:browse::1", message={"ts": "8.8"})
    assert (await standin.heard("chat.update"))["ts"] == "8.8"


async def test_a_home_that_could_not_be_drawn_is_drawn_when_it_is_opened_again(slack: Slack, standin: StandIn) -> None:
    """And not before: nobody knows what is in it."""
    opened = {"type": "app_home_opened", "user": "U1", "tab": "home", "channel": "D1"}
    standin.failures.append(("views.publish", 200, {}, FAILED))
    await slack.event(opened)
    await standin.heard("views.publish")
    await slack.command("/glossary", "help")
    await slack.press("1:language:ko")
    await standin.heard("response_url")
    assert len(standin.made("views.publish")) == 1
    await slack.event(opened)
    assert "알려 드려요" in words_of((await standin.heard("views.publish", 2))["view"])


async def test_a_button_in_home_that_is_too_late_has_no_way_to_say_so(slack: Slack, standin: StandIn) -> None:
    """Home has no place for a sentence; the next press works."""
    home = {"type": "home", "id": "V9", "blocks": []}
    standin.failures.append(("views.open", 200, {}, {"ok": False, "error": "expired_trigger_id"}))
    for _ in range(2):
        await slack.press("1:recent", view=home, channel=None, response_url="")
    await standin.heard("views.open", 2)
    assert standin.made("response_url") == standin.made("chat.postEphemeral") == []


async def test_a_page_that_is_turned_in_home_is_turned_there(slack: Slack, standin: StandIn) -> None:
    """What takes the place of a message takes the place of the Home."""
    home = {"type": "home", "id": "V9", "blocks": []}
    await slack.press("1:browse::1", view=home, channel=None, response_url="")
    assert (await standin.heard("views.publish"))["view"]["type"] == "home"


async def test_a_mention_in_a_channel_that_is_archived_meanwhile_is_let_go(
    slack: Slack, standin: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    """There is nobody to tell."""
    for error in ("is_archived", "internal_error"):
        standin.failures.append(("chat.postMessage", 200, {}, {"ok": False, "error": error}))
        await slack.event({"type": "app_mention", "user": "U1", "channel": "C1", "text": "<@UBOT> mlops"})
    await standin.heard("chat.postMessage", 2)
    await slack.command("/define", "mlops")
    assert caplog.text.count("CallError") == 1, "what is no channel's fault is said in the log"


async def test_an_answer_that_cannot_be_shared_for_another_reason_is_logged(
    slack: Slack, standin: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    """To invite the bot would not help."""
    shown = await slack.command("/define", "mlops")
    standin.failures += [("response_url", 404, {}, {}), ("chat.postMessage", 200, {}, FAILED)]
    await slack.press(buttons_of(shown)["Share here"])
    await standin.heard("chat.postMessage")
    await slack.command("/define", "mlops")
    assert "CallError" in caplog.text
    assert standin.made("chat.postEphemeral") == []


async def test_a_token_that_died_is_looked_up_anew(standin: StandIn, bot: Bot) -> None:
    """Another process may have kept a new one."""
    standin.teams["xoxb-new"] = "T2"
    kept = {"team": "T2", "token": "xoxb-new", "bot_user": "UBOT"}
    await bot.store.keep_secret("slack:installation:T2", json.dumps({**kept, "token": "xoxb-dead"}))
    oauth = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "client-secret", "SLACK_BOT_TOKEN": ""}
    async with running(standin, bot, oauth) as (slack, platform):
        slack.team = "T2"
        mention = {"type": "app_mention", "user": "U1", "channel": "C1", "text": "<@UBOT> help"}
        await slack.event(mention)
        await settled(platform)
        await bot.store.keep_secret("slack:installation:T2", json.dumps(kept))
        await slack.event(mention)
        await settled(platform)
    assert [call.token for call in standin.made("chat.postMessage")][-1] == "xoxb-new"


# ── files ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("method", ["conversations.open", "files.getUploadURLExternal", "files.completeUploadExternal"])
async def test_a_file_that_could_not_be_sent_is_said(slack: Slack, standin: StandIn, method: str) -> None:
    """To whoever waits for it."""
    standin.failures.append((method, 200, {}, FAILED))
    await slack.command("/glossary", "data")
    assert "could not send you the file" in words_of(await standin.heard("response_url"))


@pytest.mark.parametrize("raw", [b"x" * 5_000_001, b"\x00\x01\x02" * 99])
async def test_a_file_that_is_too_large_or_no_text_is_refused_in_its_modal(
    slack: Slack, standin: StandIn, raw: bytes
) -> None:
    """It is read once, no further than that is known, and nothing changes."""
    standin.files["F1"] = raw
    await slack.command("/glossary", "import", "UADMIN")
    answer = await slack.submit((await standin.heard("views.open"))["view"], "UADMIN", file="F1")
    assert answer["response_action"] in {"errors", "update"}
    assert "Import" not in buttons_of(answer.get("view", {}))


async def test_a_file_that_is_not_there_is_said(slack: Slack, standin: StandIn) -> None:
    """With what to do."""
    await slack.command("/glossary", "import", "UADMIN")
    answer = await slack.submit((await standin.heard("views.open"))["view"], "UADMIN", file="F404")
    assert "could not read that file" in words_of(answer["view"])


# ── what has nothing to say ───────────────────────────────────────────────────────────────────────────────────────────


async def test_where_nothing_is_said_it_is_acknowledged_with_nothing(standin: StandIn) -> None:
    """A command, a shortcut, a Home, a button and a form."""
    async with running(standin, Mute(Typed, Explain, Home)) as (slack, platform):
        assert await slack.command("/glossary", "anything") == {}
        message = {"ts": "1.0", "text": "mlops"}
        assert await slack.interact("message_action", callback_id="explain_terms", message=message) == {}
        await slack.event({"type": "app_home_opened", "user": "U1", "tab": "home"})
        await settled(platform)
    assert standin.made("views.open") == standin.made("views.publish") == []


async def test_a_workspace_without_the_app_is_told_so_or_nothing(standin: StandIn, bot: Bot) -> None:
    """A command can be answered without a token, everything else cannot."""
    async with running(standin, bot) as (slack, _):
        slack.team = "T9"
        assert "not installed" in (await slack.command("/define", "mlops"))["text"]
        assert await slack.press("1:help") == {}
        slack.team = ""
        assert "not installed" in (await slack.command("/define", "mlops"))["text"]


# ── settings ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"SLACK_SIGNING_SECRET": ""}, "SLACK_SIGNING_SECRET"),
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN"),
        ({"SLACK_CLIENT_ID": "1.2"}, "SLACK_CLIENT_SECRET"),
        ({"SLACK_DEFINE_COMMAND": "two words"}, "SLACK_DEFINE_COMMAND"),
        ({"SLACK_GLOSSARY_COMMAND": "/"}, "SLACK_GLOSSARY_COMMAND"),
        ({"SLACK_CONNECTIONS": "11"}, "SLACK_CONNECTIONS"),
        ({"SLACK_CONNECTIONS": "two"}, "SLACK_CONNECTIONS"),
    ],
)
def test_a_wrong_setting_is_named(standin: StandIn, more: dict[str, Any], field: str) -> None:
    """Before anything is started."""
    with pytest.raises(MalformedError) as refused:
        settings_for(standin, **more)
    assert refused.value.field == field
    assert TOKEN not in repr(settings_for(standin))
