"""In which language was it asked? That of the sentence, else what its script says; a button says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Define, Said, Typed
from bot.languages import sentence_language
from bot.understanding import behind_explain, is_text, without_command_word
from glossary.scripts import language_by_script

if TYPE_CHECKING:
    from bot.commands import Command
    from glossary.catalogue import Catalogue
    from glossary.concept import LanguageTag


def language_of_question(command: Command, catalogue: Catalogue) -> LanguageTag | None:
    """Tell in which language somebody asks; None where nothing shows it."""
    match command:
        case Typed(text) | Said(text) | Define(text=text):
            explained = behind_explain(text)
            if explained is not None and is_text(explained):
                return language_by_script(text.split(maxsplit=1)[0])  # the rest was written by somebody else
            line = text.partition(" = ")[0]  # what is written behind the sign is a definition
            sentence = sentence_language(without_command_word(line), lambda text: bool(catalogue.named(text)))
            return sentence or language_by_script(line)
        case _:
            return None
