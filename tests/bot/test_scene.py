"""What a wish sees."""

from __future__ import annotations

from bot.access import Role
from bot.keeping import EMPTY, HOME
from bot.languages import Reason
from bot.policy import Policy
from bot.remembering import Context, Standing
from bot.requests import AccountId, Asker
from bot.scene import Scene, in_private, in_public
from bot.spotting import Spotting
from bot.wording import wording_for
from glossary.catalogue import Catalogue
from glossary.concept import LanguageTag
from glossary.likelihood import Likelihood
from glossary.search_index import SearchIndex
from tests.fakes import HERE, NOON
from tests.terms import DE, EN, KO


def test_a_wish_can_be_seen_as_everybody_in_the_place_reads_it() -> None:
    """In the channel's language, and not in that of who asks; the wording goes with it."""
    context = Context(Standing(HOME, Policy(language=DE), {}, {}, {}), chosen=EN, locale=LanguageTag("fr"), channel=KO)
    catalogue, voice = Catalogue(), context.voice()

    async def index() -> SearchIndex:
        return SearchIndex(catalogue)

    scene = Scene(
        asker=Asker(AccountId("terminal:somebody")),
        place=HERE,
        context=context,
        catalogue=catalogue,
        voice=voice,
        wording=wording_for(*voice.languages),
        role=Role.READER,
        policy=context.standing.policy,
        likelihood=Likelihood(),
        note=print,
        revision=EMPTY,
        now=NOON,
        index=index,
        spotting=lambda: Spotting(catalogue),
    )
    assert (scene.reader, scene.wording.language) == (EN, EN)
    public = in_public(scene)
    assert (public.reader, public.wording.language, public.voice.reason) == (KO, KO, Reason.CHANNEL)
    assert public.voice.languages == (KO, DE, EN, "fr")
    assert public.place.is_public
    private = in_private(public)
    assert (private.reader, private.wording.language, private.place.is_public) == (EN, EN, False)
    assert in_private(private) is private
