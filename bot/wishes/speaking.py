"""In which language do I speak to you? Seeing the language in force, and choosing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Language
from bot.languages import Reason, language_called, languages_of, nearest, wanted
from bot.replies import Choice, Choices, Note, Prose, Reply, Span, Style
from bot.wording import available, name_of_language, quoted, wording_in
from glossary.concept import LanguageTag
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from bot.ports import PreferenceStore
    from bot.scene import Scene
    from bot.wording import Wording

AUTOMATIC = "auto"
MOST_CHOICES = 20
"""Languages offered as buttons; Slack and Discord take 25 in one message, and one is "automatic"."""


async def speak(wish: Language, scene: Scene, preferences: PreferenceStore) -> Reply:
    """Show the language in force, or keep a choice and answer in it at once.

    Raises:
        UnavailableError: The choice could not be kept.
    """
    if not wish.choice:
        return Reply((Prose(_in_force(scene)), Choices(_offers(scene))))
    if strict_key(wish.choice) == AUTOMATIC:
        await preferences.choose_language(scene.asker.account, None)
        return Reply(
            (Prose(scene.wording.spans("I follow the language of your question and of your platform again.")),)
        )
    language = language_called(wish.choice)
    if language is None:
        unknown = scene.wording.spans("I know no language called {typed}.", typed=quoted(wish.choice))
        return Reply((Prose(unknown), Choices(_offers(scene))), is_found=False)
    await preferences.choose_language(scene.asker.account, language)
    return _kept(language, scene)


def _kept(language: LanguageTag, scene: Scene) -> Reply:
    spoken = nearest(language, tuple(LanguageTag(tag) for tag in sorted(available())))
    wording = wording_in(spoken) if spoken else scene.wording
    name = Span(wording.name_of(language), Style.STRONG)
    kept = Prose(wording.spans("From now on you get {language} wherever it is there.", language=name))
    if spoken:
        return Reply((kept,))
    mine = wording.spans("My own sentences stay in {language}.", language=wording.name_of(wording.language))
    return Reply((kept, Note(mine)))


def _in_force(scene: Scene) -> tuple[Span, ...]:
    name = Span(scene.wording.name_of(scene.reader), Style.STRONG)
    if scene.voice.reason is Reason.CHOSEN:
        return scene.wording.spans("{language}, because you chose it.", language=name)
    if scene.voice.reason is Reason.LOCALE:
        return scene.wording.spans("{language}, from the settings of your platform.", language=name)
    return scene.wording.spans("{language}, because nothing says otherwise.", language=name)


def _offers(scene: Scene) -> tuple[Choice, ...]:
    """Offer each language that the bot speaks or the glossary has, by its own name, and leaving it to the bot."""
    spoken = (LanguageTag(tag) for tag in sorted(available()))
    languages = wanted(*languages_of(scene.catalogue), *spoken)[:MOST_CHOICES]
    offered = (Choice(name_of_language(language, language), Language(language)) for language in languages)
    return (*offered, Choice(_automatic(scene.wording), Language(AUTOMATIC)))


def _automatic(wording: Wording) -> str:
    return wording.text("Automatic")
