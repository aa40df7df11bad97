"""Talks on Slack: what Slack sends becomes a `Request`, a `Reply` or `Form` becomes Block Kit. It decides no more."""

from adapters.slack.platform import platform_of

__all__ = ["platform_of"]
