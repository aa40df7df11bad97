"""Files that come in by chat, and the glossary that leaves as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot.commands import Bring, Define, Discard, Export, Import, MyData, Save, Submitted, Typed, Undo
from bot.keeping import HOME, Deed
from bot.replies import Attachment, FileField, Form, Reply
from bot.wishes.importing import LARGEST_FILE, MOST_CONCEPTS
from bot.wishes.previewing import MOST_LINES
from glossary.concept import ConceptId, Definition
from glossary.formats.choosing import FORMATS, harvest
from glossary.formats.mentions import derived_id
from tests.fakes import Person, choices_of, words_of
from tests.terms import EN, KO, REDIS, TERMS

if TYPE_CHECKING:
    from glossary.concept import Concept
    from glossary.formats.choosing import Format

TABLE = "term,definition\nKafka,A log of events.\nRedis,Our cache.\nMLOps,\n"


async def shown(person: Person, content: str | bytes, name: str = "words.csv", **values: str) -> Reply:
    """Hand a file over, and get what it would change."""
    reply = await person.hands(await person.opens(Import()), name, content, **values)
    assert isinstance(reply, Reply)
    return reply


async def taken(person: Person, content: str | bytes, name: str = "words.csv", **values: str) -> Reply:
    """Hand a file over, and import it."""
    reply = await person.clicks(await shown(person, content, name, **values), "Import")
    assert isinstance(reply, Reply)
    return reply


def attached(reply: Reply) -> list[Attachment]:
    """Give the files of a reply."""
    return [block for block in reply.blocks if isinstance(block, Attachment)]


async def test_a_file_is_shown_before_it_changes_anything() -> None:
    """Counts, what changes first, and every difference in the attached file; then it is one change with its author."""
    person = Person()
    dry = await shown(person, TABLE)
    assert words_of(dry)[:4] == [
        "What “words.csv” would change",
        "1 added, 1 changed, 1 unchanged, 0 refused",
        "~ Redis: definition (English)",
        "+ Kafka",
    ]
    (report,) = attached(dry)
    assert report.text.splitlines()[0] == "+ Kafka"
    assert "~ Redis: definition (English)\n    definition (English): " in report.text
    assert "{+Our cache.+}" in report.text
    assert "= MLOps" in report.text
    assert not (await person.asks(Define(None, "Kafka"))).is_found
    done = await person.clicks(dry, "Import")
    assert isinstance(done, Reply)
    assert words_of(done)[0] == "“words.csv” is imported: 1 added, 1 changed, 1 unchanged, 0 refused."
    assert (await person.asks(Define(None, "Kafka"))).is_found
    entries = await person.store.history(HOME, limit=2)
    assert {(one.deed, one.author) for one in entries} == {(Deed.IMPORTED, person.asker.account)}


NAMED = "term,definition\nKafka,Kafka (also called KFK) is a log.\nValkey,Valkey (also called Redis) is a store.\n"


async def test_names_found_in_texts_wait_for_a_curator_where_that_is_wished() -> None:
    """With file and line; none is taken unseen, what leads elsewhere is not proposed, and a curator's yes is enough."""
    person = Person()
    dry = await shown(person, NAMED)
    assert "? Kafka: perhaps also KFK (words.csv, line 2)" in words_of(dry)
    assert [choice.label for choice in choices_of(dry)] == ["Import", "Import, and propose the names", "Discard"]
    done = await person.clicks(dry, "Import, and propose the names")
    assert isinstance(done, Reply)
    assert words_of(done)[0].startswith("“words.csv” is imported: 2 added")
    await person.clicks(dry, "Import, and propose the names")
    (proposal,) = await person.store.open_proposals(HOME)
    assert (proposal.author, proposal.why) == (person.asker.account, "words.csv:2")
    assert not (await person.asks(Define(None, "kfk"))).is_found
    queue = await person.asks(Typed("queue"))
    await person.clicks(await person.asks(choices_of(queue)[0].command), "Accept")
    assert words_of(await person.asks(Define(None, "kfk")))[0] == "Kafka"


async def test_names_found_in_texts_can_be_left_alone() -> None:
    """And where there are none, nothing is asked."""
    person = Person()
    await person.clicks(await shown(person, NAMED), "Import")
    assert not await person.store.open_proposals(HOME)
    assert "Import, and propose the names" not in [choice.label for choice in choices_of(await shown(person, TABLE))]


async def test_the_same_file_again_has_nothing_to_import() -> None:
    """There is no button for what would do nothing."""
    person = Person()
    await taken(person, TABLE)
    again = await shown(person, TABLE)
    assert words_of(again)[1] == "0 added, 0 changed, 3 unchanged, 0 refused"
    assert [choice.label for choice in choices_of(again)] == ["Discard"]


async def test_pressing_twice_imports_once() -> None:
    """The second time says so, and how to undo it."""
    person = Person()
    dry = await shown(person, TABLE)
    await person.clicks(dry, "Import")
    again = await person.clicks(dry, "Import")
    assert isinstance(again, Reply)
    assert words_of(again) == ["This is imported already.", "[Undo]"]
    assert await person.store.revision_of(HOME) == 2


async def test_an_import_can_be_undone_however_large_it_is() -> None:
    """All of it, and not only what fits on a page of the history."""
    person = Person()
    rows = "".join(f"Word number {number},x\n" for number in range(1200))
    done = await taken(person, f"term,definition\n{rows}")
    undone = await person.clicks(done, "Undo")
    assert isinstance(undone, Reply)
    assert words_of(undone)[0] == "Done."
    assert set(await person.store.concepts(HOME)) == set(TERMS)
    assert words_of(await person.asks(Undo(2)))[0] == "It is undone already."


async def test_replacing_takes_away_what_the_file_does_not_say() -> None:
    """It is asked for in the form, and never by default."""
    table = f"id,term,definition\n{REDIS.id},Redis,Our cache.\n"
    merged, replaced = Person(), Person()
    await taken(merged, table)
    await taken(replaced, table, mode="replace")
    assert len((await concept_of(merged)).labels) == len(REDIS.labels)
    assert [label.text for label in (await concept_of(replaced)).labels] == ["Redis"]


async def concept_of(person: Person) -> Concept:
    """Give Redis as it stands."""
    return next(one for one in await person.store.concepts(HOME) if one.id == REDIS.id)


async def test_what_is_refused_is_said_first_and_the_rest_is_imported() -> None:
    """A name that leads to another entry, by sound too, and rows that cannot be read, with their lines."""
    person = Person()
    table = "term,aka,definition\nStore of ours,Redis,x\nBad,,x\x00y\nKafka,,A log.\n"
    dry = await shown(person, table)
    assert words_of(dry)[1:5] == [
        "1 added, 0 changed, 0 unchanged, 1 refused",
        "! Store of ours: Redis leads to another entry",
        "words.csv:3: The control character “U+0000” stands here.",
        "+ Kafka",
    ]
    await person.clicks(dry, "Import")
    assert (await person.asks(Define(None, "Kafka"))).is_found


async def test_a_merged_entry_that_grows_too_large_is_refused() -> None:
    """Fifty names are the limit, wherever they come from."""
    names = "; ".join(f"cache number {number}" for number in range(49))
    dry = await shown(Person(), f'term,aka\nRedis,"{names}"\n')
    assert words_of(dry)[2] == "! Redis: names: Too many: at most 50."


async def test_names_that_texts_seem_to_give_are_shown_and_not_taken() -> None:
    """With the line; whoever reads it decides."""
    person = Person()
    dry = await shown(
        person, "term,definition\n레디스,레디스(REmote)는 저장소이다.\nKafka,Kafka (also called KFK) is a log.\n"
    )
    assert "? Kafka: perhaps also KFK (words.csv, line 3)" in words_of(dry)
    await person.clicks(dry, "Import")
    assert not (await person.asks(Define(None, "KFK"))).is_found


async def test_the_letters_of_a_file_are_recognised_and_said() -> None:
    """Excel in Korea writes CP949."""
    person = Person()
    dry = await shown(person, "용어,정의\n카프카,사건의 기록\n".encode("cp949"))
    assert "words.csv:1: The file is not UTF-8; it was read as “cp949”." in words_of(dry)
    await person.clicks(dry, "Import")
    assert (await person.asks(Define(None, "카프카"))).is_found


async def test_a_long_report_is_a_file_and_the_reply_stays_short() -> None:
    """A few lines stand in the message."""
    rows = "".join(f"Word number {number},x\n" for number in range(MOST_LINES + 1))
    dry = await shown(Person(), f"term,definition\n{rows}")
    (report,) = attached(dry)
    assert report.text.count("\n") == MOST_LINES + 1
    assert len([line for line in words_of(dry) if line.startswith("+ ")][:-1]) == MOST_LINES


async def test_related_entries_are_called_by_their_names() -> None:
    """As the glossary has them; one that comes with the file is called by its id as long as it is not there."""
    dry = await shown(Person(), "term,related\nRedis,MLOps; Kafka\nMLOps,\nKafka,\n")
    (report,) = attached(dry)
    assert f"    related: {{+MLOps+}}, {{+{derived_id('Kafka', '')}+}}\n" in report.text


async def test_a_short_one_is_no_file() -> None:
    """Where the reply says everything there is nothing to attach."""
    assert attached(await shown(Person(), "term,definition\nKafka,A log.\n")) == []


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", "term,definition\n"])
async def test_a_file_without_an_entry_is_refused_with_the_reason(content: bytes | str) -> None:
    """A picture, an empty file, a table of nothing: no draft, and the way to another file."""
    reply = await shown(Person(), content)
    assert not reply.is_found
    assert words_of(reply)[0] == "There is nothing to import in “words.csv”."
    assert words_of(reply)[1].startswith("words.csv:1: ")
    assert [choice.command for choice in choices_of(reply)] == [Import()]


async def test_a_file_that_is_too_large_is_left_to_the_command_line() -> None:
    """In bytes and in entries; no form comes back, because a platform does not wait that long for one."""
    large = await shown(Person(), b"x" * (LARGEST_FILE + 1))
    assert words_of(large)[0] == "The file is larger than 5 MB; malmoi import takes it."
    many = await shown(Person(), "term\n" + "".join(f"w{number}\n" for number in range(MOST_CONCEPTS + 1)))
    assert words_of(many)[0] == "These are more than 20,000 entries; malmoi import takes them."
    assert not many.is_found


async def test_a_form_without_a_file_is_refused() -> None:
    """A platform may let it pass."""
    reply = await Person().asks(Submitted(Import(), (("mode", "merge"),)))
    assert words_of(reply) == ["There is no file.", "[Choose another file]"]


async def test_the_form_says_what_it_takes() -> None:
    """So that a platform need not offer other files, nor fetch larger ones."""
    field = (await Person().opens(Import())).fields[0]
    assert isinstance(field, FileField)
    assert field.most_bytes == LARGEST_FILE
    assert {".csv", ".md", ".tbx"} <= set(field.endings)


async def test_somebody_elses_change_in_between_is_shown_first() -> None:
    """Nothing is lost unseen: the button comes again with what the file changes now, and then it works."""
    person = Person()
    dry = await shown(person, TABLE)
    await person.clicks(await person.asks(Typed("Redis = The cache of another team.")), "Save")
    again = await person.clicks(dry, "Import")
    assert isinstance(again, Reply)
    assert words_of(again)[0] == "Somebody changed the glossary meanwhile. Now it is this:"
    assert "[- of another team-]" in attached(again)[0].text
    done = await person.clicks(again, "Import")
    assert isinstance(done, Reply)
    assert "is imported" in words_of(done)[0]


async def test_a_name_taken_in_between_is_seen() -> None:
    """The new entry of somebody else is compared with the file."""
    person = Person()
    dry = await shown(person, "term,aka\nKafka,KFK\n")
    await person.asks(Typed("KFK = something else"))
    now = await person.clicks(dry, "Import")
    assert isinstance(now, Reply)
    assert not [one for one in await person.store.concepts(HOME) if one.headword.text == "Kafka"]


async def test_a_draft_is_for_its_owner_and_for_a_day() -> None:
    """Somebody else's button does nothing, nor does that of yesterday, nor one of another form."""
    person = Person()
    dry = await shown(person, TABLE)
    bring = next(choice.command for choice in choices_of(dry) if isinstance(choice.command, Bring))
    other = Person(person.store, name="other")
    assert not (await other.asks(bring)).is_found
    person.now += timedelta(hours=25)
    assert words_of(await person.asks(bring))[0].startswith("This draft is no longer here")
    person.now -= timedelta(hours=25)
    edited = await person.fills(await person.opens(Typed("add Etcd")), definition="A store.")
    save = next(choice.command for choice in choices_of(edited) if isinstance(choice.command, Save))
    assert not (await person.asks(Bring(save.draft))).is_found


async def test_a_draft_can_be_discarded_and_is_part_of_what_is_kept_about_me() -> None:
    """Until then its words are among the data of who handed it over."""
    person = Person()
    dry = await shown(person, TABLE)
    assert "A log of events." in str(await person.asks(MyData()))
    discard = next(choice.command for choice in choices_of(dry) if isinstance(choice.command, Discard))
    await person.asks(discard)
    assert not (await person.asks(Bring(discard.draft))).is_found


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
async def test_every_format_can_be_taken_out_and_brought_back(form: Format) -> None:
    """What comes back changes nothing, as far as the format holds it."""
    person = Person()
    reply = await person.asks(Typed(f"export {form.name}"))
    (file,) = attached(reply)
    assert file.name == f"glossary{form.endings[0]}"
    assert words_of(reply)[0] == f"{len(TERMS)} entries, as {form.title}."
    assert file.text.startswith("\ufeff") == (form.name in {"csv", "tsv"})
    assert len(harvest(form, [file.text.encode()], file.name).concepts) == len(TERMS)
    again = await shown(person, file.text, file.name)
    assert words_of(again)[1].startswith("0 added")


async def test_without_a_format_each_is_offered_with_its_use() -> None:
    """And with one that nobody knows too."""
    person = Person()
    asked = await person.asks(Typed("export"))
    assert words_of(asked)[0] == "As which file?"
    assert "[CSV] for spreadsheets" in words_of(asked)
    assert [choice.command for choice in choices_of(asked)] == [Export(form.name) for form in FORMATS]
    unknown = await person.asks(Export("docx"))
    assert not unknown.is_found
    assert words_of(unknown)[0] == "There is no format “docx”; there are these:"


async def test_a_glossary_that_is_too_large_for_a_message_is_left_to_the_command_line() -> None:
    """Platforms would refuse the file."""
    long = replace(REDIS, definitions=(Definition("x" * 4000, EN),))
    person = Person(MemoryStore([replace(long, id=ConceptId(f"c{number}")) for number in range(2100)]))
    reply = await person.asks(Export("csv"))
    assert not reply.is_found
    assert words_of(reply) == ["The file would be larger than 8 MB; malmoi export --format csv writes it."]


async def test_the_words_are_known_in_other_languages() -> None:
    """As every command is; with more behind them they are a term."""
    person = Person(locale=KO)
    assert isinstance(await person.gets(Typed("가져오기")), Form)
    assert words_of(await person.asks(Typed("내보내기 csv")))[0].endswith("CSV 형식으로 담았어요.")
    assert not (await person.asks(Typed("export duty of goods"))).is_found
