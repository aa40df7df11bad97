"""Journeys against the referee of Slack."""
