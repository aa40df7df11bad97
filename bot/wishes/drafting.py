"""What becomes of a form that was submitted? A draft, a preview, and then a change or a proposal.

A form is never saved unseen: what was written is kept as a draft for its owner, shown as readers will get it, and
saved by a button. So nothing is lost to a clash of names, to somebody else's change, or to a platform's forms.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.access import Role
from bot.commands import Add, AddThere, Changing, Discard, Edit, Meant, Names, Resume, Save, Separate, Show
from bot.desk import DRAFTS_LAST, fresh_draft_id
from bot.keeping import Draft, DraftId, Revision
from bot.languages import headword_for
from bot.replies import Choice, Choices, Emphasis, Form, LineField, Note, Option, Options, Prose, Reply
from bot.tokens import command_of, token_of_purpose
from bot.wishes.comparing import compared
from bot.wishes.defining import gone
from bot.wishes.keeping import confirmation
from bot.wishes.presenting import answer_blocks, option_for
from bot.wishes.saving import IS_SEPARATE, carried_out, is_separate, key_of
from bot.wishes.writing import form_of, language_of, written
from bot.wording import quoted
from glossary.clashing import clashes
from glossary.rules import LONGEST_DOMAIN
from glossary.scripts import language_by_script

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.commands import Put
    from bot.desk import Desk
    from bot.replies import Block
    from bot.scene import Scene
    from glossary.clashing import Clash
    from glossary.concept import Concept, LanguageTag


async def submit(purpose: Add | Changing | Resume, values: Mapping[str, str], scene: Scene, desk: Desk) -> Reply | Form:
    """Keep what was written, and show what it would be; a form with faults comes back with a sentence at each field."""
    if isinstance(purpose, Resume):
        draft = await _rewritten(purpose, values, scene, desk)
    else:
        draft = await _begun(purpose, values, scene, desk)
    return _shown(draft, scene) if draft else lost(scene)


async def put(wish: Put, scene: Scene, desk: Desk) -> Reply | Form:
    """Write a definition in one line: a new entry is saved at once, a changed one is shown first."""
    found = scene.catalogue.named(wish.term)
    language = wish.language or language_by_script(wish.definition) or scene.reader
    if len(found) > 1:
        return await _which(wish, [concept for concept, _ in found], scene, desk)
    if found:
        purpose = Edit(found[0][0].id, language, scene.revision)
        return await submit(purpose, {"definition": wish.definition}, scene, desk)
    values = {"name": wish.term, "definition": wish.definition, "language": language}
    draft = await _begun(Add(wish.term), values, scene, desk)
    after = _written(draft, scene)
    if isinstance(after, Form) or after is None or clashes(after, scene.catalogue):
        return _shown(draft, scene)
    return await carried_out(draft, after, scene, desk)


async def learn(wish: Meant, scene: Scene, desk: Desk) -> Reply | Form:
    """Take what was typed in vain as another name of a concept: shown before it is saved, like every change."""
    purpose = Names(wish.concept, scene.revision)
    form = form_of(purpose, scene)
    if form is None:
        return gone(scene)
    present = next(getattr(field, "value", "") for field in form.fields if field.key == "synonyms")
    return await submit(purpose, {"synonyms": "\n".join(filter(None, (present, wish.text)))}, scene, desk)


async def resume(wish: Resume, scene: Scene, desk: Desk) -> Reply | Form:
    """Open the form of a draft again, with what was written in it."""
    draft = await _mine(wish.draft, scene, desk)
    form = form_of(_purpose(draft), scene, dict(draft.values)) if draft else None
    return replace(form, purpose=wish) if form else lost(scene)


async def save(wish: Save, scene: Scene, desk: Desk) -> Reply | Form:
    """Save a draft, or propose it where the asker may not write; ask again when a name leads elsewhere."""
    draft = await _mine(wish.draft, scene, desk)
    if draft is None:
        return lost(scene)
    done = await desk.store.made_by(draft.glossary, key_of(draft))
    if done is not None:
        return confirmation(scene.wording.spans("This is saved already."), done, None, scene)
    after = _written(draft, scene)
    if isinstance(after, Form):
        return after
    if after is None:
        return lost(scene)
    if _is_taken(after, draft, scene):
        return _shown(draft, scene)
    return await carried_out(draft, after, scene, desk)


async def discard(wish: Discard, scene: Scene, desk: Desk) -> Reply:
    """Let go of a draft."""
    if await _mine(wish.draft, scene, desk) is not None:
        await desk.store.drop_draft(scene.context.glossary, DraftId(wish.draft))
    return Reply((Prose(scene.wording.spans("Discarded. The glossary is as it was.")),))


async def separate(wish: Separate, scene: Scene, desk: Desk) -> Reply | Form:
    """Ask for the domain that tells this meaning from the other."""
    draft = await _mine(wish.draft, scene, desk)
    if draft is None:
        return lost(scene)
    wording = scene.wording
    hint = wording.text("What tells it from the other, such as company or networking")
    present = dict(draft.values).get("domain", "")
    domain = LineField("domain", wording.text("Domain"), present, hint, is_required=True, longest=LONGEST_DOMAIN)
    return Form(wording.text("A different meaning"), (domain,), wish, wording.text("Continue"))


async def set_apart(wish: Separate, values: Mapping[str, str], scene: Scene, desk: Desk) -> Reply | Form:
    """Keep the domain in the draft; from now on the name may lead to both."""
    draft = await _mine(wish.draft, scene, desk)
    if draft is None:
        return lost(scene)
    merged = {**dict(draft.values), "domain": values.get("domain", ""), IS_SEPARATE: "yes"}
    draft = replace(draft, values=tuple(merged.items()))
    await desk.store.keep_draft(draft)
    return _shown(draft, scene)


async def add_there(wish: AddThere, scene: Scene, desk: Desk) -> Reply | Form:
    """Give the name of the draft to the concept that it leads to already: shown before it is saved."""
    draft = await _mine(wish.draft, scene, desk)
    concept = scene.catalogue.get(wish.concept)
    after = _written(draft, scene) if draft else None
    if draft is None or concept is None or after is None or isinstance(after, Form):
        return lost(scene)
    return await learn(Meant(concept.id, after.headword.text), scene, desk)


def lost(scene: Scene) -> Reply:
    """Say that a draft is not there any more."""
    sentence = scene.wording.spans("This draft is no longer here: drafts are kept for a day, each for its writer.")
    return Reply((Prose(sentence),), is_found=False)


async def _begun(purpose: Add | Changing, values: Mapping[str, str], scene: Scene, desk: Desk) -> Draft:
    """Keep what was written as a new draft."""
    draft = Draft(
        fresh_draft_id(),
        scene.context.glossary,
        scene.asker.account,
        token_of_purpose(purpose),
        tuple(values.items()),
        Revision(getattr(purpose, "seen", 0) or scene.revision),
        scene.now + DRAFTS_LAST,
    )
    await desk.store.keep_draft(draft)
    return draft


async def _rewritten(wish: Resume, values: Mapping[str, str], scene: Scene, desk: Desk) -> Draft | None:
    """Keep what was written in the draft that it came from."""
    earlier = await _mine(wish.draft, scene, desk)
    if earlier is None:
        return None
    draft = replace(earlier, values=tuple({**dict(earlier.values), **values}.items()))
    await desk.store.keep_draft(draft)
    return draft


async def _mine(draft: str, scene: Scene, desk: Desk) -> Draft | None:
    return await desk.store.draft(scene.context.glossary, DraftId(draft), scene.asker.account, scene.now)


def _written(draft: Draft, scene: Scene) -> Concept | Form | None:
    """Read a draft as the concept it would make; a form with faults where it breaks a rule; None if its aim is gone."""
    return written(_purpose(draft), dict(draft.values), scene, Resume(draft.id))


def _purpose(draft: Draft) -> Add | Changing:
    """Tell which form a draft was written in; one of another version counts as a new entry, and keeps its words."""
    purpose = command_of(draft.purpose)
    return purpose if isinstance(purpose, Add | Changing) else Add()


def _shown(draft: Draft, scene: Scene) -> Reply | Form:
    """Show a draft as readers will get it, what it changes, and which names lead elsewhere already."""
    after = _written(draft, scene)
    if after is None:
        return lost(scene)
    if isinstance(after, Form):
        return after
    before = scene.catalogue.get(after.id)
    blocks: list[Block] = [Note(scene.wording.spans("Not saved yet. This is how readers will get it:"))]
    blocks += answer_blocks(after, _language_of(draft, scene), scene)
    if before is not None:
        blocks += compared(before, after, scene)
    blocks += _found_clashes(after, draft, scene)
    return Reply((*blocks, Choices(_next_steps(after, draft, scene))))


def _next_steps(after: Concept, draft: Draft, scene: Scene) -> tuple[Choice, ...]:
    wording = scene.wording
    again = Choice(wording.text("Edit again"), Resume(draft.id))
    discard_it = Choice(wording.text("Discard"), Discard(draft.id), Emphasis.DANGER)
    if _is_taken(after, draft, scene):
        return (Choice(wording.text("A different meaning"), Separate(draft.id), Emphasis.PRIMARY), again, discard_it)
    if scene.catalogue.get(after.id) == after:
        return (again, discard_it)
    label = wording.text("Save") if scene.role >= Role.EDITOR else wording.text("Propose")
    return (Choice(label, Save(draft.id), Emphasis.PRIMARY), again, discard_it)


def _found_clashes(after: Concept, draft: Draft, scene: Scene) -> list[Block]:
    """Say which names lead to other concepts, and offer to go there instead."""
    found = _clashes(after, draft, scene)
    if not found:
        return []
    options = tuple(_clash_option(clash, draft, scene) for clash in found)
    certain = any(clash.is_certain for clash in found)
    sentence = (
        scene.wording.spans("A name leads to another entry already. Do you mean that one?")
        if certain
        else scene.wording.spans("There is something near already:")
    )
    return [Note(sentence), Options(options)]


def _clash_option(clash: Clash, draft: Draft, scene: Scene) -> Option:
    other = scene.catalogue.get(clash.concept)
    name = headword_for(other, scene.reader).text if other else clash.concept
    label = scene.wording.text("Add the name to {name}", name=name) if clash.is_certain else name
    command = AddThere(draft.id, clash.concept) if clash.is_certain else Show(clash.concept)
    return Option(
        Choice(label, command), scene.wording.spans("{typed} leads to {name}", typed=quoted(clash.name), name=name)
    )


def _clashes(after: Concept, draft: Draft, scene: Scene) -> Sequence[Clash]:
    found = clashes(after, scene.catalogue)
    return [clash for clash in found if not clash.is_certain] if is_separate(draft) else found


def _is_taken(after: Concept, draft: Draft, scene: Scene) -> bool:
    return any(clash.is_certain for clash in _clashes(after, draft, scene))


def _language_of(draft: Draft, scene: Scene) -> LanguageTag:
    return language_of(_purpose(draft), dict(draft.values), scene)


async def _which(wish: Put, concepts: Sequence[Concept], scene: Scene, desk: Desk) -> Reply:
    """Keep the line once for each meaning, and ask which one it was for."""
    options = []
    for concept in concepts:
        purpose = Edit(concept.id, wish.language or scene.reader, scene.revision)
        draft = await _begun(purpose, {"definition": wish.definition}, scene, desk)
        options.append(option_for(concept, scene, Resume(draft.id)))
    question = Prose(scene.wording.spans("Which one do you mean by {typed}?", typed=quoted(wish.term)))
    return Reply((question, Options(tuple(options))), is_found=False)
