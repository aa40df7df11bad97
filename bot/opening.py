"""Which wishes may be answered with a form? Those are answered at once, and never put off."""

from __future__ import annotations

from bot import commands as c
from bot.understanding import understood
from glossary.catalogue import Catalogue


def opens_form(command: c.Command) -> bool:
    """Tell whether a wish may be answered with a form: such a wish is answered at once and never put off.

    Slack opens a form within three seconds of the click only, Discord instead of any other answer only. What is typed
    counts as what it would be in a glossary that knows no such name.
    """
    match command:
        case c.Add() | c.Put() | c.Edit() | c.Translate() | c.Names() | c.Relate() | c.More() | c.Meant():
            return True
        case c.Save() | c.Resume() | c.Separate() | c.AddThere() | c.Decline() | c.Settings() | c.Import():
            return True
        case c.Search():
            return not command.text
        case c.Join():
            return not (command.code or command.own)
        case c.PackNew() | c.PackEdit() | c.PackOrder() | c.Means():
            return True
        case c.Accept():
            return command.is_edited
        case c.Aimed():
            return command.word in {"edit", "translate", "names", "relate", "more"}
        case c.Typed():
            return opens_form(understood(command.text, Catalogue()))
        case c.Submitted(purpose):
            return opens_form(purpose) and not isinstance(purpose, c.Settings | c.Decline | c.Import)
        case _:
            return False
