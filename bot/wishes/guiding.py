"""What can I do here? The short help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.access import Role
from bot.commands import Browse, Define, Language
from bot.replies import Choice, Choices, Heading, Listing, Prose, Reply, Span, Style
from bot.vocabulary import queue_words_in, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.replies import Spans
    from bot.scene import Scene
    from bot.wording import Wording

MOST_EXAMPLES = 3


def guide(scene: Scene) -> Reply:
    """Say in a few lines what can be typed, with examples from this very glossary."""
    heading = Heading(scene.wording.spans("Type a word, and I tell you what it means here."))
    forgiving = Prose(
        scene.wording.spans(
            "Misspelt, abbreviated, in another language or on the wrong keyboard: I look for what you meant."
        )
    )
    names = [concept.headword.text for _, concept in zip(range(MOST_EXAMPLES), scene.catalogue, strict=False)]
    examples = tuple(Choice(name, Define(None, name)) for name in names)
    further = (
        Choice(scene.wording.text("Show all names"), Browse()),
        Choice(scene.wording.text("Choose a language"), Language()),
    )
    return Reply((heading, forgiving, Listing(tuple(_commands(scene))), Choices((*examples, *further))))


def _commands(scene: Scene) -> Iterator[Spans]:
    """Say what can be typed, as far as the asker may do it: reading first, then writing, then looking after it."""
    wording = scene.wording
    words = {word: Span(written, Style.CODE) for word, written in words_in(wording).items()}
    yield wording.spans("{word} NAME: look a term up, even one that is also a command", word=words["define"])
    yield wording.spans("{word} WORDS: find words inside definitions", word=words["search"])
    yield wording.spans("{word} TEXT: the terms in a text, explained to you alone", word=words["explain"])
    yield wording.spans("{word} NAME: a term that need not be explained to you", word=words["known"])
    yield wording.spans("{word}: all names in this glossary", word=words["browse"])
    yield wording.spans("{words}: what changed last, and any entry", words=_listed(words, wording, "recent", "random"))
    yield wording.spans("{word} NAME: how an entry came to be", word=words["history"])
    newcomer = _listed(words, wording, "onboarding", "quiz")
    yield wording.spans("{words}: the words a newcomer needs, and how many you keep", words=newcomer)
    yield wording.spans("{word} NAME: ask for what is missing, and be told when it is there", word=words["ask"])
    if scene.role >= Role.CONTRIBUTOR:
        line = Span(wording.text("NAME = definition"), Style.CODE)
        yield wording.spans("{line}: write it in one line; {word} NAME opens a form", line=line, word=words["add"])
        forms = _listed(words, wording, "edit", "translate", "names", "relate", "more")
        yield wording.spans("{words} NAME: change an entry", words=forms)
        yield wording.spans("{word} NAME: who looks after an entry", word=words["owner"])
    if scene.role >= Role.EDITOR:
        yield wording.spans("{word}: bring back what was deleted", word=words["restore"])
    if scene.role >= Role.CURATOR:
        waiting = _listed(words, wording, "queue", "stale", "orphans")
        yield wording.spans("{words}: what waits for you", words=waiting)
        yield wording.spans("{word}: reading lists for newcomers", word=words["pack"])
        missing = _listed(words, wording, "gaps", "stats")
        yield wording.spans("{words}: what is missing, and what is asked", words=missing)
        yield wording.spans("{word}: let this channel hear of what is new", word=words["announce"])
        yield wording.spans(
            "{words} NAME: look after the glossary", words=_listed(words, wording, "delete", "pin", "unpin")
        )
    if scene.role >= Role.ADMIN:
        yield wording.spans("{words}: who may do what here", words=_listed(words, wording, "roles", "settings"))
        here = Span(f"{wording.word('command', 'queue')} {queue_words_in(wording)['here']}", Style.CODE)
        yield wording.spans("{words}: show proposals in this channel, where curators decide them", words=here)
        files = _listed(words, wording, "import", "export")
        yield wording.spans("{words}: bring a file in, or take the glossary out", words=files)
        sharing = _listed(words, wording, "invite", "join", "leave")
        yield wording.spans("{words}: share one glossary with another workspace", words=sharing)
        yield wording.spans("{word}: take out the entries that came with the bot", word=words["starter"])
    yield wording.spans("{word}: the language you get answers in", word=words["language"])
    yield wording.spans("{words}: what is kept about you", words=_listed(words, wording, "data", "forget"))
    yield wording.spans("{word}: this text", word=words["help"])


def _listed(words: Mapping[str, Span], wording: Wording, *wanted: str) -> Spans:
    return wording.listed(words[word] for word in wanted)
