"""What does Slack's adapter say of its own accord? Sentences about Slack itself, as replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Prose, Reply, Span, Style

if TYPE_CHECKING:
    from bot.wording import Wording


def too_late(wording: Wording) -> Reply:
    """Say that a form could not be opened any more."""
    return Reply(
        (Prose(wording.spans("That took too long, and Slack let go of it. Please try once more.")),), is_found=False
    )


def invite_me(wording: Wording) -> Reply:
    """Say what to do where the bot may not post."""
    command = Span("/invite @malmoi", Style.CODE)
    sentence = wording.spans("I cannot post here. Write {command} in this channel, then try again.", command=command)
    return Reply((Prose(sentence),), is_found=False)


def from_elsewhere(wording: Wording) -> Reply:
    """Tell somebody of another company that this glossary is not theirs."""
    return Reply((Prose(wording.spans("Only members of this workspace are answered here.")),), is_found=False)


def outdated(wording: Wording) -> Reply:
    """Say that a button is of another version, or of nobody's."""
    return Reply((Prose(wording.spans("This button no longer works. Please ask again.")),), is_found=False)


def going_on(wording: Wording) -> Reply:
    """Say that it takes longer."""
    return Reply((Prose(wording.spans("This takes a moment; the answer comes here.")),))


def no_file(wording: Wording) -> Reply:
    """Say that a file could not be read."""
    return Reply((Prose(wording.spans("I could not read that file. Please hand it over once more.")),), is_found=False)


def in_organization(wording: Wording) -> Reply:
    """Say what is left to do once an organization has installed the app."""
    sentences = (
        wording.spans("I am installed in your organization, and in none of its workspaces yet."),
        wording.spans("Add me to each workspace that wants a glossary, on the page of the organization's apps."),
        wording.spans("There I tell the first administrator whom I meet how to begin."),
    )
    return Reply(tuple(map(Prose, sentences)))


def file_not_sent(wording: Wording) -> Reply:
    """Say that a file could not be handed out."""
    return Reply((Prose(wording.spans("I could not send you the file. Please try once more.")),), is_found=False)
