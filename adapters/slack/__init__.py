"""Talks on Slack: what Slack sends becomes a `Request`, a `Reply` or `Form` becomes Block Kit. It decides no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.slack.platform import Bot, SlackPlatform


def platform_of(bot: Bot, environment: Mapping[str, str]) -> SlackPlatform:
    """Make the platform that `malmoi run` runs; within a running event loop.

    Raises:
        MalformedError: A setting is missing or wrong.
    """
    from adapters.slack import platform  # noqa: PLC0415 — the manifest is printed without Bolt

    return platform.platform_of(bot, environment)
