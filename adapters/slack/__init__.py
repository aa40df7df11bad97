"""Talks on Slack: what Slack sends becomes a `Request`, a `Reply` or `Form` becomes Block Kit. It decides no more."""
