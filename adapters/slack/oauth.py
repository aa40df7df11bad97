"""How does a workspace install the app? Slack's OAuth: who began it ends it, once, and the token is kept sealed."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
from typing import TYPE_CHECKING

from slack_bolt.error import BoltError
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.slack.installations import Installed
from adapters.slack.scopes import SCOPES
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from slack_sdk.oauth.installation_store.models.installation import Installation
    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.installations import Installations
    from adapters.slack.settings import Settings
    from bot.ports import EventStore

STATE_LASTS = 600
"""Seconds from the page for installing to the end of it."""


class States(AsyncOAuthStateStore):
    """Gives out states that only this installation can have made, and takes each back once, in any process."""

    def __init__(self, secret: str, events: EventStore, now: Callable[[], datetime]) -> None:
        self._secret = secret.encode()
        self._events = events
        self._now = now

    async def async_issue(self, *_: object, **__: object) -> str:
        """Make a state."""
        said = f"{int(self._now().timestamp())}.{secrets.token_urlsafe(16)}"
        return f"{said}.{self._signed(said)}"

    async def async_consume(self, state: str) -> bool:
        """Tell whether a state is ours, is not too old, and was not taken back before."""
        said, _, signature = (state or "").rpartition(".")
        begun = said.partition(".")[0]
        if not begun.isdecimal() or not hmac.compare_digest(signature.encode(), self._signed(said).encode()):
            return False
        is_fresh = 0 <= self._now().timestamp() - int(begun) <= STATE_LASTS
        return is_fresh and await self._events.is_first(f"slack:state:{said}", self._now())

    def _signed(self, said: str) -> str:
        return hmac.new(self._secret, said.encode(), hashlib.sha256).hexdigest()


class Keeper(AsyncInstallationStore):
    """Hands what Slack gives to the installations of this bot; it is never asked for anything."""

    def __init__(self, installations: Installations, welcome: Callable[[Installed], Awaitable[None]]) -> None:
        self._installations = installations
        self._welcome = welcome

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation, and welcome whoever made it.

        Raises:
            BoltError: It cannot be kept, and a page says so.
        """
        installed = installed_of(installation)
        try:
            await self._installations.keep(installed)
        except UnavailableError as error:
            raise BoltError(f"the {error.part} does not answer or is missing") from error
        await self._welcome(installed)


def installed_of(installation: Installation) -> Installed:
    """Read what Slack gave; an organization's installation is in no workspace yet."""
    is_everywhere = bool(installation.is_enterprise_install)
    return Installed(
        "" if is_everywhere else installation.team_id or "",
        installation.bot_token or "",
        installation.bot_user_id or "",
        installation.enterprise_id or "",
        is_everywhere,
        installation.bot_refresh_token or "",
        float(installation.bot_token_expires_at or 0),
        installation.user_id or "",
    )


def flow_of(settings: Settings, client: AsyncWebClient, states: States, keeper: Keeper) -> AsyncOAuthFlow:
    """Make Bolt's flow: the page that leads to Slack, and the one to which Slack leads back."""
    oauth = AsyncOAuthSettings(
        client_id=settings.client_id,
        client_secret=settings.client_secret,
        scopes=list(SCOPES),
        install_path="/slack/install",
        redirect_uri_path="/slack/oauth_redirect",
        installation_store=keeper,
        installation_store_bot_only=True,
        state_store=states,
        state_expiration_seconds=STATE_LASTS,
    )
    silent = logging.getLogger("adapters.slack.bolt")  # its lines hold codes
    return AsyncOAuthFlow(client=client, settings=oauth, logger=silent)
