"""Which payload goes to whom? Bolt's app with its listeners; the only place that knows Bolt's arguments.

`process_before_response`: else Bolt looks every 10 ms for the acknowledgement, and loses it when a listener fails.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.response import BoltResponse

from adapters.slack.drawing import PRESSED
from adapters.slack.homes import FIND
from adapters.slack.modals import FORM

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.context.async_context import AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.arrivals import Arrivals
    from adapters.slack.commanding import Ack, Commanding
    from adapters.slack.happening import Happening
    from adapters.slack.inbound import Body
    from adapters.slack.installations import Installations, Installed
    from adapters.slack.pressing import Pressing
    from adapters.slack.settings import Settings
    from adapters.slack.shortcuts import Shortcuts
    from adapters.slack.submitting import Submitting

logger = logging.getLogger(__name__)

LOOK_UP, EXPLAIN = "look_up", "explain_terms"
"""The callback_ids of the two shortcuts."""
EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "member_joined_channel",
    "message",
    "team_join",
    "tokens_revoked",
    "user_change",
)
"""What is listened to; the manifest subscribes to it."""
NOT_INSTALLED = "Malmoi is not installed in this workspace any more. An administrator can install it again."
_INSTALLED = "installed"


@dataclass(frozen=True, slots=True)
class Listeners:
    """Everybody who listens."""

    commanding: Commanding
    pressing: Pressing
    submitting: Submitting
    shortcuts: Shortcuts
    happening: Happening
    arrivals: Arrivals


class Authorizing(AsyncAuthorize):
    """Finds the installation in memory; Bolt's own ways ask Slack each time."""

    def __init__(self, installations: Installations) -> None:
        self._installations = installations

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        **_: str | None,
    ) -> AuthorizeResult:
        """Tell with which token what arrived is answered: none, where the app is not installed."""
        found = await self._installations.of(team_id or "", enterprise_id or "")
        context[_INSTALLED] = found
        if found is None:
            return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, user_id=user_id)
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=found.bot_user,
            bot_token=found.token,
            user_id=user_id,
        )


def app_of(settings: Settings, client: AsyncWebClient, installations: Installations, to: Listeners) -> AsyncApp:
    """Make Bolt's app."""
    silent = logging.getLogger("adapters.slack.bolt")
    silent.setLevel(logging.CRITICAL)  # Bolt's warnings hold whole payloads, and so what somebody typed
    app = AsyncApp(
        logger=silent,
        name="malmoi",
        process_before_response=True,
        signing_secret=settings.signing_secret,
        request_verification_enabled=False,  # the pages do it, before anything is parsed
        client=client,
        authorize=Authorizing(installations),
        ssl_check_enabled=False,
        attaching_function_token_enabled=False,
        ignoring_self_assistant_message_events_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    _listen(app, settings, to)
    return app


def _listen(app: AsyncApp, settings: Settings, to: Listeners) -> None:
    app.command(settings.define)(_handing(to.commanding.define))
    app.command(settings.glossary)(_handing(to.commanding.glossary))
    app.action(re.compile(rf"^(?:{PRESSED}:.*|{FIND})$"))(_handing(to.pressing.pressed))
    app.options(FIND)(_handing(to.pressing.suggested))
    app.view_submission(FORM)(_handing(to.submitting.submitted))
    app.shortcut({"type": "shortcut", "callback_id": LOOK_UP})(_handing(to.shortcuts.look_up))
    app.shortcut({"type": "message_action", "callback_id": EXPLAIN})(_handing(to.shortcuts.explain))
    app.event("app_mention")(_handing(to.happening.mentioned))
    app.event("message")(_handing(to.happening.messaged))
    app.event("app_home_opened")(_handing(to.happening.home_opened))
    for event in ("member_joined_channel", "team_join"):
        app.event(event)(_handing(to.arrivals.joined))
    app.event("user_change")(_handing(to.arrivals.changed))
    for event in ("app_uninstalled", "tokens_revoked"):
        app.event(event)(to.happening.removed)
    anything = re.compile("")  # what another version has drawn is acknowledged, and nothing happens
    for listening in (app.action, app.options, app.event, app.view_submission, app.view_closed, app.shortcut):
        listening(anything)(_acknowledged)
    app.error(_failed)


def _handing(listener: Callable[[Ack, Body, Installed], Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """Give a listener what it needs of all that Bolt has."""

    async def listening(ack: Ack, body: dict[str, Any], context: AsyncBoltContext) -> None:
        installed: Installed | None = context[_INSTALLED]
        if installed is not None:
            await listener(ack, body, installed)
        elif "command" in body:
            await ack(text=NOT_INSTALLED, response_type="ephemeral", unfurl_links=False, unfurl_media=False)
        else:
            await ack()

    listening.__name__ = f"listening_{listener.__name__}"
    return listening


async def _acknowledged(ack: Ack) -> None:
    await ack()


async def _failed(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """Log that a listener failed: its kind and where, and never what somebody typed."""
    frames = error.__traceback__
    while frames is not None and frames.tb_next is not None:
        frames = frames.tb_next
    where = f"{frames.tb_frame.f_code.co_filename}:{frames.tb_lineno}" if frames else ""
    logger.error("%s failed: %s at %s", body.get("type", "command"), type(error).__name__, where)
    return BoltResponse(status=500, body="")
