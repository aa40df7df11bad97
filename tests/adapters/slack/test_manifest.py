"""The manifest: what Slack is told is what the code listens to, and what its rules allow."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from adapters.cli import commands
from adapters.slack.listening import EVENTS, EXPLAIN, LOOK_UP
from adapters.slack.manifest import Filling, manifest_of
from adapters.slack.scopes import OPTIONAL, SCOPES
from glossary.errors import MalformedError

URL = "https://malmoi.example.com"


def read(text: str) -> Any:  # noqa: ANN401 — YAML
    """Read a manifest."""
    return YAML(typ="safe").load(text)


@pytest.fixture(params=["", URL])
def manifest(request: pytest.FixtureRequest) -> Any:  # noqa: ANN401 — YAML
    """Give the manifest of each kind of app."""
    return read(manifest_of(Filling(request.param)))


def test_the_events_are_those_that_are_listened_to(manifest: Any) -> None:  # noqa: ANN401 — YAML
    """None is missing and none is sent in vain."""
    subscribed = {event.partition(".")[0] for event in manifest["settings"]["event_subscriptions"]["bot_events"]}
    assert subscribed == set(EVENTS)


def test_the_scopes_are_those_that_are_asked_for(manifest: Any) -> None:  # noqa: ANN401 — YAML
    """By OAuth as well; and each event and method that is used has the scope that it needs."""
    scopes = manifest["oauth_config"]["scopes"]
    assert tuple(scopes["bot"]) == SCOPES
    assert tuple(scopes["bot_optional"]) == OPTIONAL
    assert set(OPTIONAL) < set(SCOPES)


def test_the_shortcuts_are_those_that_are_answered(manifest: Any) -> None:  # noqa: ANN401 — YAML
    """By their ids and kinds."""
    found = {(shortcut["callback_id"], shortcut["type"]) for shortcut in manifest["features"]["shortcuts"]}
    assert found == {(LOOK_UP, "global"), (EXPLAIN, "message")}


def test_the_rules_of_the_schema_hold(manifest: Any) -> None:  # noqa: ANN401 — YAML
    """Lengths and numbers of Slack's manifest schema 2.0."""
    about, features = manifest["display_information"], manifest["features"]
    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert 175 <= len(about["long_description"]) <= 4000
    assert len(features["bot_user"]["display_name"]) <= 80
    for command in features["slash_commands"]:
        assert command["command"].startswith("/")
        assert len(command["command"]) <= 32
        assert len(command["usage_hint"]) <= 1000
        assert len(command["description"]) <= 2000
    for shortcut in features["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
    assert len(features["shortcuts"]) <= 10


def test_an_address_is_filled_in_wherever_slack_calls() -> None:
    """Then Socket Mode is off."""
    filled = read(manifest_of(Filling(URL + "/", "/lookup", "/words", is_distributed=True)))
    events = f"{URL}/slack/events"
    assert [(one["command"], one["url"]) for one in filled["features"]["slash_commands"]] == [
        ("/lookup", events),
        ("/words", events),
    ]
    settings = filled["settings"]
    assert settings["event_subscriptions"]["request_url"] == events
    assert settings["interactivity"] == {
        "is_enabled": True,
        "request_url": events,
        "message_menu_options_url": events,
    }
    assert (settings["socket_mode_enabled"], settings["token_rotation_enabled"]) == (False, True)
    assert filled["oauth_config"]["redirect_urls"] == [f"{URL}/slack/oauth_redirect"]


def test_socket_mode_needs_no_address() -> None:
    """Nothing in it is one."""
    written = manifest_of(Filling())
    assert "https://" not in written
    assert read(written)["settings"]["socket_mode_enabled"] is True


@pytest.mark.parametrize(
    "url", ["malmoi.example.com", "http://malmoi.example.com", f"{URL}/path", "https://", f"{URL}?a"]
)
def test_an_address_that_slack_cannot_reach_is_refused(url: str) -> None:
    """It says what one looks like."""
    with pytest.raises(MalformedError, match="address"):
        manifest_of(Filling(url))


def test_the_command_line_prints_it() -> None:
    """And refuses in one line."""
    printed = CliRunner().invoke(commands, ["slack", "manifest", "--url", URL], env={"SLACK_DEFINE_COMMAND": "meaning"})
    assert read(printed.output)["features"]["slash_commands"][0]["command"] == "/meaning"
    refused = CliRunner().invoke(commands, ["slack", "manifest", "--url", "x"])
    assert refused.exit_code == 2
    assert refused.output.count("\n") == 1
