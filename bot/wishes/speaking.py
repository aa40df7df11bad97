"""In which language do I speak? Seeing the language in force and why, and choosing one: for oneself, or for a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.access import Role, require
from bot.commands import Language, PlaceLanguage
from bot.commands.languages import WORKSPACE
from bot.language_names import languages_like
from bot.languages import Reason, language_called, languages_of, nearest, wanted
from bot.policy import LANGUAGE
from bot.replies import Choice, Choices, Note, Prose, Reply, Span, Style
from bot.wording import available, name_of_language, quoted, wording_in
from glossary.collating import place_of
from glossary.concept import LanguageTag
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.commands import Command
    from bot.ports import PreferenceStore, SettingStore
    from bot.replies import Block, Spans
    from bot.scene import Scene
    from bot.wording import Wording

    Wish = Callable[[str], Command]
    """Makes the command that chooses a language."""

AUTOMATIC = "auto"
MOST_CHOICES = 20
"""Languages offered as buttons; Slack and Discord take 25 in one message, and one is "automatic"."""
MOST_NEAR = 5


async def speak(wish: Language, scene: Scene, preferences: PreferenceStore) -> Reply:
    """Show the language in force, or keep a choice and answer in it at once.

    Raises:
        UnavailableError: The choice could not be kept.
    """
    if not wish.choice:
        return Reply((Prose(_in_force(scene)), *_in_public(scene), Choices(_offers(Language, scene))))
    if _is_automatic(wish.choice):
        await preferences.choose_language(scene.asker.account, None)
        said = scene.wording.spans("I follow the language of your question and of your platform again.")
        return Reply((Prose(said),))
    language = language_called(wish.choice)
    if language is None:
        return _unknown(wish.choice, Language, scene)
    await preferences.choose_language(scene.asker.account, language)
    return _kept(language, scene)


async def speak_in_place(wish: PlaceLanguage, scene: Scene, settings: SettingStore) -> Reply:
    """Show the language of a place, or keep the choice of somebody who may decide that.

    Raises:
        NotPermittedError: A curator chooses for a channel, an administrator for the workspace.
        UnavailableError: The choice could not be kept.
    """
    is_workspace = wish.place == WORKSPACE
    if not is_workspace and scene.place.channel is None:
        return Reply((Prose(scene.wording.spans("A language is chosen for a channel; this is none.")),), is_found=False)

    def choosing(choice: str) -> Command:
        return PlaceLanguage(wish.place, choice)

    needed = Role.ADMIN if is_workspace else Role.CURATOR
    if not wish.choice:
        offers = Choices(_offers(choosing, scene)) if scene.role >= needed else None
        return Reply((Prose(_of_place(scene, is_workspace=is_workspace)), *((offers,) if offers else ())))
    require(scene.role, needed)
    language = None if _is_automatic(wish.choice) else language_called(wish.choice)
    if language is None and not _is_automatic(wish.choice):
        return _unknown(wish.choice, choosing, scene)
    await settings.set_setting(scene.place.workspace if is_workspace else scene.place.subject, LANGUAGE, language)
    return Reply((Prose(_decided(language, scene, is_workspace=is_workspace)),))


def _is_automatic(choice: str) -> bool:
    """Tell whether the choice is left to the bot, in any of its languages."""
    words = (wording_in(LanguageTag(language)).word("language", "auto") for language in available())
    return strict_key(choice) in {AUTOMATIC, *map(strict_key, words)}


def _unknown(typed: str, choosing: Wish, scene: Scene) -> Reply:
    """Offer the known languages whose names come near, or those that are used here."""
    unknown = Prose(scene.wording.spans("I know no language called {typed}.", typed=quoted(typed)))
    near = tuple(_offer(language, choosing) for language in languages_like(typed, scene.reader, MOST_NEAR))
    return Reply((unknown, Choices(near or _offers(choosing, scene))), is_found=False)


def _kept(language: LanguageTag, scene: Scene) -> Reply:
    spoken = nearest(language, tuple(LanguageTag(tag) for tag in sorted(available())))
    wording = wording_in(spoken) if spoken else scene.wording
    name = _name(language, wording)
    kept = Prose(wording.spans("From now on you get {language} wherever it is there.", language=name))
    if spoken:
        return Reply((kept,))
    mine = wording.spans("My own sentences stay in {language}.", language=wording.name_of(wording.language))
    return Reply((kept, Note(mine)))


def _in_force(scene: Scene) -> Spans:
    """Say what decides where a question says nothing: not this one's own language."""
    voice = scene.context.voice(is_public=scene.place.is_public)
    wording, name = scene.wording, _name(voice.reader, scene.wording)
    match voice.reason:
        case Reason.CHOSEN:
            return wording.spans("{language}, because you chose it.", language=name)
        case Reason.LOCALE:
            return wording.spans("{language}, from the settings of your platform.", language=name)
        case Reason.CHANNEL:
            return wording.spans("{language}, from this channel.", language=name)
        case Reason.WORKSPACE:
            return wording.spans("{language}, from this workspace.", language=name)
        case Reason.PLACE:
            return wording.spans("{language}, which your platform says is spoken here.", language=name)
        case Reason.DEFAULT | Reason.QUESTION | Reason.NAMED:
            return wording.spans("{language}, because nothing says otherwise.", language=name)
        case _:
            assert_never(voice.reason)


def _in_public(scene: Scene) -> Iterator[Block]:
    """Say in which language answers come that everybody here reads, where that is another one."""
    everybody = scene.context.voice(is_public=True).reader
    if scene.place.channel is not None and everybody != scene.reader:
        name = _name(everybody, scene.wording)
        yield Note(scene.wording.spans("What everybody here reads comes in {language}.", language=name))


def _of_place(scene: Scene, *, is_workspace: bool) -> Spans:
    """Say what is chosen for a place, as it is now."""
    wording = scene.wording
    language = scene.policy.language if is_workspace else scene.context.channel
    if language is None:
        if is_workspace:
            return wording.spans("No language is chosen for this workspace.")
        return wording.spans("No language is chosen for this channel.")
    name = _name(language, wording)
    if is_workspace:
        return wording.spans("The language of this workspace is {language}.", language=name)
    return wording.spans("The language of this channel is {language}.", language=name)


def _decided(language: LanguageTag | None, scene: Scene, *, is_workspace: bool) -> Spans:
    """Say what is chosen for a place from now on."""
    wording = scene.wording
    if language is None:
        if is_workspace:
            return wording.spans("This workspace has no language of its own any more.")
        return wording.spans("This channel has no language of its own any more.")
    name = _name(language, wording)
    if is_workspace:
        return wording.spans("Who chose no language gets {language} in this workspace from now on.", language=name)
    return wording.spans("What everybody here reads comes in {language} from now on.", language=name)


def _offers(choosing: Wish, scene: Scene) -> tuple[Choice, ...]:
    """Offer each language that the bot speaks or the glossary has, by its own name, and leaving it to the bot."""
    spoken = (LanguageTag(tag) for tag in sorted(available()))
    languages = wanted(*languages_of(scene.catalogue), *spoken)[:MOST_CHOICES]
    offered = (_offer(language, choosing) for language in languages)
    in_order = sorted(offered, key=lambda choice: place_of(choice.label, scene.reader))
    return (*in_order, Choice(scene.wording.text("Automatic"), choosing(AUTOMATIC)))


def _offer(language: LanguageTag, choosing: Wish) -> Choice:
    return Choice(name_of_language(language, language), choosing(language))


def _name(language: LanguageTag, wording: Wording) -> Span:
    return Span(wording.name_of(language), Style.STRONG)
