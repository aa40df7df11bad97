"""The command line as people and scripts use it: what is printed, where, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from adapters.cli import commands

ROOT = Path(__file__).parent.parent.parent
PROGRAM = (sys.executable, "-c", "from adapters.cli import main; main()")
TERMS = """\
## Redis
- **Headword (ko)**: 레디스

### 한국어
메모리에 두는 저장소이다.

## SAP
- **Domain**: company

A maker of business software.

## SAP
- **Domain**: networking

Where a service is reached.
"""
DAMAGED = "## Redis\n\nRedis (/??e??/) is a store.\n"
BROKEN = "## Redis\n\nA store.\n\n## Empty\n"


@pytest.fixture(autouse=True)
def _empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work where nothing is, as a new user does: the database is made in the working directory."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def terms(tmp_path: Path) -> str:
    """Give the path of a small glossary without a fault."""
    return written(tmp_path, TERMS)


def written(folder: Path, text: str | bytes) -> str:
    """Write a glossary and give its path."""
    file = folder / "terms.md"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


def malmoi(*arguments: str, typed: str = "", **environ: str) -> Result:
    """Run a command in this process, with English as the locale unless another one is given."""
    nothing_set = {"SLACK_BOT_TOKEN": "", "DISCORD_TOKEN": "", "LC_ALL": "en_US.UTF-8"}
    return CliRunner().invoke(commands, arguments, input=typed, env={**nothing_set, **environ})


def started(*arguments: str, typed: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own."""
    clean = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "en_US.UTF-8", **environ}
    return subprocess.run([*PROGRAM, *arguments], check=False, capture_output=True, input=typed, env=clean)


@pytest.mark.parametrize("term", ["redis", "레디스", "REDIS", "sap", "redsi", "레디쓰"])
def test_an_answer_exits_with_0(term: str, terms: str) -> None:
    """A name that means several things is answered too."""
    result = malmoi("define", term, "--glossary", terms)
    assert result.exit_code == 0
    assert result.stderr == ""


@pytest.mark.parametrize("term", ["banana", "", "?!", "🙂", "x" * 10_000, "\udcff"])
def test_no_answer_exits_with_1(term: str, terms: str) -> None:
    """Not found, only suggestions, and what is no word at all; something is said each time."""
    result = malmoi("define", "--glossary", terms, "--", term)
    assert result.exit_code == 1
    assert result.stdout.strip()
    assert result.stderr == ""


def test_the_words_of_a_term_need_no_quotes(tmp_path: Path) -> None:
    """Arguments are joined by a space."""
    glossary = written(tmp_path, "## Remote Dictionary Server\n\nA store.\n")
    assert malmoi("define", "remote", "dictionary", "server", "--glossary", glossary).exit_code == 0


def test_a_meaning_that_is_ambiguous_is_listed_without_numbers(terms: str) -> None:
    """Nobody can pick anything from an answer that stands alone."""
    assert malmoi("define", "SAP", "--glossary", terms).stdout == (
        "SAP means 2 different things here:\n\n"
        "• SAP (company) — A maker of business software.\n"
        "• SAP (networking) — Where a service is reached.\n"
    )


def test_the_language_decides_and_a_fallback_says_so(terms: str) -> None:
    """The note is in the language asked for, the definition in the one there is."""
    english = malmoi("define", "redis", "--language", "en", "--glossary", terms).stdout
    assert "There is no definition in English yet; this one is in Korean.\n\n메모리에 두는 저장소이다.\n" in english
    korean = malmoi("define", "redis", "--language", "KO", "--glossary", terms).stdout
    assert korean == "레디스 · Redis\n\n메모리에 두는 저장소이다.\n"


def test_without_a_file_the_starter_glossary_answers() -> None:
    """An empty bot knows something."""
    assert malmoi("define", "mlops").stdout.startswith("MLOps\n")


@pytest.mark.parametrize(
    "arguments",
    [("define",), ("define", "--language", "korean!", "x"), ("check",), ("check", "--format", "xml", "x"), ("dance",)],
)
def test_wrong_use_exits_with_2(arguments: tuple[str, ...]) -> None:
    """The reason is on the error stream, and nothing is printed where answers go."""
    result = malmoi(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


@pytest.mark.parametrize("command", [("define", "x", "--glossary"), ("chat", "--glossary"), ("check",)])
def test_a_file_that_cannot_be_read_is_named_in_one_line(command: tuple[str, ...], tmp_path: Path) -> None:
    """Wrong use, without a traceback."""
    path = tmp_path / "gone.md"
    result = malmoi(*command, str(path))
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{path}: No such file or directory\n")


def test_a_glossary_without_a_usable_entry_answers_nothing(tmp_path: Path) -> None:
    """The first finding says why, in one line with file and line."""
    glossary = written(tmp_path, b"## Redis\n\xff\n")
    result = malmoi("define", "redis", "--glossary", glossary)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{glossary}:2: error: The file is not UTF-8")
    assert result.stderr.count("\n") == 1


def test_a_partly_bad_glossary_is_used_and_says_so(tmp_path: Path) -> None:
    """One line on the error stream tells how to see the rest."""
    glossary = written(tmp_path, BROKEN)
    result = malmoi("define", "redis", "--glossary", glossary)
    assert result.exit_code == 0
    assert result.stdout == "Redis\n\nA store.\n"
    assert result.stderr == f"1 line needs a look: malmoi check {glossary}\n"


@pytest.mark.parametrize(
    ("content", "arguments", "code"),
    [(TERMS, (), 0), (TERMS, ("--strict",), 0), (DAMAGED, (), 0), (DAMAGED, ("--strict",), 1), (BROKEN, (), 1)],
)
def test_a_check_fails_for_errors_only_unless_it_is_strict(
    content: str, arguments: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """0 for nothing and for warnings, 1 for errors, and strictly taken every warning is one."""
    assert malmoi("check", *arguments, written(tmp_path, content)).exit_code == code


def test_a_check_looks_at_the_files_together(tmp_path: Path) -> None:
    """Near duplicates, definitions of nothing, words that are used and not defined, languages that most have."""
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    one.write_text(
        "## Kubernetes\nRuns, SLO.\n### ko\n가\n\n## Redis\nRedis.\n### ko\n나 SLO\n\n## Etcd\nA store.\n### ko\n다\n",
        encoding="utf-8",
    )
    two.write_text("## Kubernetess\nThe same, SLO.\n", encoding="utf-8")
    found = malmoi("check", str(one), str(two))
    assert found.exit_code == 0
    assert found.stdout.splitlines() == [
        f"{one}:1: warning: “SLO” stands in several definitions and is no entry.",
        f"{one}:6: warning: The definition of “Redis” says no more than its name.",
        f"{two}:1: warning: “Kubernetess” is nearly the name of the entry at {one}:1.",
        f"{two}:1: warning: “Kubernetess” lacks a definition in a language that most entries have.",
    ]
    some = malmoi("check", "--ignore", "undefined-word", "--ignore", "near-duplicate", str(one), str(two))
    assert some.stdout.count("\n") == 2
    assert malmoi("check", "--ignore", "nonsense", str(one)).exit_code == 2
    assert malmoi("check", "--strict", str(two), str(one)).exit_code == 1


def test_a_check_names_file_and_line(tmp_path: Path) -> None:
    """As compilers do; without a finding it prints nothing."""
    glossary = written(tmp_path, DAMAGED)
    assert malmoi("check", glossary).stdout.startswith(f"{glossary}:3: warning: “/??e??/” looks damaged")
    assert json.loads(malmoi("check", glossary, "--format", "json").stdout)[0]["line"] == 3
    assert malmoi("check", glossary, "--format", "github").stdout.startswith(f"::warning file={glossary},line=3,")
    assert malmoi("check", written(tmp_path, TERMS)).stdout == ""


def test_questions_can_be_piped_into_a_chat(terms: str) -> None:
    """Each is answered; neither prompt nor greeting nor colour is printed, and the end of the input is no mistake."""
    result = malmoi("chat", "--glossary", terms, typed="sap\n2\n\n레디스\n")
    assert result.exit_code == 0
    assert result.stdout == (
        "SAP means 2 different things here:\n\n"
        "[1] SAP (company) — A maker of business software.\n"
        "[2] SAP (networking) — Where a service is reached.\n\n"
        "SAP (networking)\n\nWhere a service is reached.\n\n"
        "레디스 · Redis\n\n메모리에 두는 저장소이다.\n"
    )


def test_a_chat_can_be_in_another_language_than_the_locale(terms: str) -> None:
    """By an option for its whole length, or by a command within it."""
    assert "없어요" in malmoi("chat", "--language", "ko", "--glossary", terms, typed="banana\n").stdout
    assert "없어요" in malmoi("chat", "--glossary", terms, typed="banana\n", LC_ALL="ko_KR.UTF-8").stdout
    assert "없어요" in malmoi("chat", "--glossary", terms, typed="language ko\nbanana\n").stdout


def test_running_without_a_token_says_what_to_do() -> None:
    """Wrong use, since nothing could be started; where a chat is wanted then, it starts."""
    result = malmoi("run")
    assert result.exit_code == 2
    assert "SLACK_BOT_TOKEN or DISCORD_TOKEN is not set" in result.stderr
    assert malmoi("run", "--or-chat", typed="mlops\n").stdout.startswith("MLOps\n")


def test_a_setting_that_cannot_be_understood_is_named_before_anything_runs() -> None:
    """The platform named, or configured by its token."""
    for result in (malmoi("run", "slack", PORT="x"), malmoi("run", "--or-chat", SLACK_BOT_TOKEN="x", PORT="x")):  # noqa: S106 — no token
        assert result.exit_code == 2
        assert result.stderr == "PORT: not a port\n"


def test_text_is_utf8_whatever_the_locale_says(terms: str) -> None:
    """In and out: a C locale, or one of another encoding, changes no letter."""
    for encoding in ("ascii", "euc-kr"):
        talk = started("chat", "--glossary", terms, typed="레디스\n".encode(), PYTHONIOENCODING=encoding, LC_ALL="C")
        assert talk.returncode == 0
        assert talk.stdout.decode().startswith("레디스 · Redis\n")


def test_bytes_that_are_no_text_end_nothing(terms: str) -> None:
    """A broken line is answered like any other, and so is the next."""
    talk = started("chat", "--glossary", terms, typed=b"\xff\x1b[31m\nredis\n")
    assert talk.returncode == 0
    assert b"\x1b" not in talk.stdout
    assert "메모리에" in talk.stdout.decode()


def test_a_reader_that_goes_away_ends_it_quietly(terms: str) -> None:
    """As with ``| head -1``: no traceback and no complaint."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        process = subprocess.run(
            [*PROGRAM, "define", "redis", "--glossary", terms],
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=writing,
            stderr=subprocess.PIPE,
        )
    finally:
        os.close(writing)
    assert process.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (("--help",), {"adapters.terminal", "asyncio", "bot", "glossary", "prompt_toolkit", "rich"}),
        (
            ("define", "레디스", "--language", "ko", "--glossary"),
            {"alembic", "babel", "langcodes", "prompt_toolkit", "sqlalchemy"},
        ),
    ],
)
def test_nothing_is_imported_that_is_not_needed(arguments: tuple[str, ...], unneeded: set[str], terms: str) -> None:
    """What a person waits for at the start is almost all imports."""
    listing = "import sys, atexit; atexit.register(lambda: print('imported:', *sys.modules)); "
    command = [sys.executable, "-c", listing + PROGRAM[2], *arguments, *([terms] if arguments[0] == "define" else [])]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.run(command, check=False, capture_output=True, env=environment, encoding="utf-8")
    imported = process.stdout.partition("imported:")[2].split()
    assert "click" in imported
    assert not unneeded & set(imported)


@pytest.mark.parametrize("command", [("migrate",), ("doctor",), ("backup", "copy.jsonl"), ("export",)])
def test_a_wrong_setting_is_one_line(command: tuple[str, ...]) -> None:
    """Which names it, whatever the command does with the database; and no traceback."""
    result = malmoi(*command, DATABASE_URL="nonsense")
    assert (result.exit_code, result.stderr) == (2, "DATABASE_URL: not an address\n")


def test_the_version_is_the_one_of_the_package() -> None:
    """Three numbers, as the metadata say."""
    assert re.fullmatch(r"malmoi \d+\.\d+\.\d+\n", malmoi("--version").stdout)


def test_a_lookup_is_explained(terms: str) -> None:
    """With the exit code that the lookup itself would have."""
    result = malmoi("define", "--explain", "redsi", "--glossary", terms)
    assert result.exit_code == 0
    assert "“redsi” is answered with Redis: corrected" in result.stdout
    assert malmoi("define", "--explain", "banana", "--glossary", terms).exit_code == 1


def test_the_measure_is_answered_line_by_line(tmp_path: Path) -> None:
    """One JSON object for each, and clear words for a file that is none."""
    glossary = tmp_path / "glossary.jsonl"
    entry = {"id": "h1", "title": "Redis", "lang": "en", "aliases": [{"text": "레디스", "lang": "ko"}], "source": "x"}
    glossary.write_text(json.dumps(entry), encoding="utf-8")
    asked = [{"query": query, "lang": "en"} for query in ("", "redsi", "banana")]
    result = malmoi("resolve", "--glossary", str(glossary), typed="".join(json.dumps(one) + "\n" for one in asked))
    assert [json.loads(line)["answer"] for line in result.stdout.splitlines()] == [None, "h1", None]
    assert malmoi("resolve", "--glossary", "nowhere").exit_code == 2
    glossary.write_text("{}", encoding="utf-8")
    assert "not in the measure's form (KeyError)" in malmoi("resolve", "--glossary", str(glossary)).stderr


# ── the database ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_new_directory_answers_from_the_starter_and_remembers_what_is_added(tmp_path: Path) -> None:
    """The database is a file in it; what one process wrote the next one knows."""
    assert malmoi("define", "mlops").exit_code == 0
    assert (tmp_path / "malmoi.sqlite3").exists()
    assert "Etcd is saved." in started("chat", typed=b"Etcd = A small store of keys.\n").stdout.decode()
    assert "A small store of keys." in malmoi("define", "etcd").stdout


def test_a_file_is_only_read(terms: str) -> None:
    """What would be lost with the process is not taken."""
    result = malmoi("chat", "--glossary", terms, typed="Etcd = A store.\netcd\n")
    assert "guests read" in result.stdout
    assert "A store." not in result.stdout


def test_somebody_else_has_the_role_that_was_given_to_them() -> None:
    """`--as` is nobody special until then."""
    assert "This needs a curator." in malmoi("chat", "--as", "cora", typed="queue\n").stdout
    assert "cora is curator now." in malmoi("chat", typed="roles terminal:cora curator\n").stdout
    assert "Nothing waits to be decided." in malmoi("chat", "--as", "cora", typed="queue\n").stdout


def test_a_copy_is_made_and_read_back(tmp_path: Path) -> None:
    """Into a file, into lines, and from lines into another database; never over what is there."""
    malmoi("chat", typed="Etcd = A small store of keys.\n")
    for name in ("copy.sqlite3", "copy.jsonl"):
        assert malmoi("backup", name).exit_code == 0
        assert malmoi("backup", name).exit_code == 2
    other = f"sqlite:///{tmp_path}/other.sqlite3"
    assert malmoi("restore", "copy.jsonl", DATABASE_URL=other).exit_code == 0
    assert "A small store of keys." in malmoi("define", "etcd", DATABASE_URL=other).stdout
    assert malmoi("restore", "copy.jsonl", DATABASE_URL=other).exit_code == 2
    assert "A small store of keys." in malmoi("define", "etcd", DATABASE_URL="sqlite:///copy.sqlite3").stdout


def test_the_doctor_says_what_is_wrong_and_what_to_do() -> None:
    """Before and after the tables are made."""
    before = malmoi("doctor")
    assert before.exit_code == 1
    assert "Run: malmoi migrate" in before.stdout
    assert malmoi("migrate").exit_code == 0
    after = malmoi("doctor")
    assert after.exit_code == 0
    assert "Its tables are those of this version." in after.stdout
    assert "MALMOI_SECRET_KEY is not set" in after.stdout


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://host/db", "DATABASE_URL"),
        ("nonsense", "DATABASE_URL"),
        ("sqlite:////nowhere/at/all.sqlite3", "database"),
    ],
)
def test_a_database_that_is_not_there_is_one_line(url: str, said: str) -> None:
    """No traceback, and wrong use."""
    result = malmoi("define", "mlops", DATABASE_URL=url)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


# ── words in and out ──────────────────────────────────────────────────────────────────────────────────────────────────


def spreadsheet(folder: Path, rows: str = "Kafka,A log of events.\nRedis,Another store.\n") -> str:
    """Write a table of terms, and give its path."""
    path = folder / "terms.csv"
    path.write_text(f"term,definition\n{rows}", encoding="utf-8")
    return str(path)


def test_an_import_says_what_it_would_do_before_it_does_it(tmp_path: Path) -> None:
    """A dry run changes nothing; the real one does, once."""
    table = spreadsheet(tmp_path)
    dry = malmoi("import", "--dry-run", table)
    said = dry.stdout.splitlines()
    assert said[:2] == ["+ Kafka", "~ Redis: definition (English)"]
    assert said[2].startswith("    definition (English): [-A database")
    assert said[2].endswith(".")
    assert "{+Another +}store" in said[2]
    assert said[3:] == ["1 added, 1 changed, 0 unchanged, 0 refused"]
    assert malmoi("define", "kafka").exit_code == 1
    assert malmoi("import", table).stdout.splitlines() == [*said[:2], said[3]]
    assert "A log of events." in malmoi("define", "kafka").stdout
    assert malmoi("import", table).stdout == "0 added, 0 changed, 2 unchanged, 0 refused\n"
    again = malmoi("import", "--dry-run", table).stdout
    assert again == "= Kafka\n= Redis\n0 added, 0 changed, 2 unchanged, 0 refused\n"


def test_names_found_in_texts_are_shown_and_wait_for_a_curator_where_that_is_wished(tmp_path: Path) -> None:
    """With file and line; none of them is taken unseen, and what leads elsewhere is not proposed."""
    table = spreadsheet(
        tmp_path, "Kafka,Kafka (also called KFK) is a log.\nValkey,Valkey (also called Redis) is a store.\n"
    )
    shown = malmoi("import", "--dry-run", table).stdout
    assert f"? Kafka: perhaps also KFK ({table}, line 2)\n" in shown
    assert "Valkey: perhaps also Redis" in shown
    malmoi("import", "--propose-names", table)
    assert malmoi("define", "kfk").exit_code == 1
    queue = malmoi("chat", typed="queue\n1\n").stdout
    assert queue.count("other names (English)") >= 1
    assert "Valkey" not in queue
    assert f"{table}:2" in queue
    malmoi("import", "--propose-names", table)
    assert malmoi("chat", typed="queue\n").stdout.count("Kafka") == 1


def test_who_asked_for_a_word_is_told_when_an_import_defines_it(tmp_path: Path) -> None:
    """In their next conversation, in their language, and once; somebody else is told nothing."""
    asked = malmoi("chat", "--as", "noa", "--language", "ko", typed="부탁 카프카\n").stdout
    assert "올라오면 알려 드릴게요" in asked
    malmoi("import", spreadsheet(tmp_path))
    assert malmoi("chat", "--as", "gil", typed="").stdout == ""
    told = malmoi("chat", "--as", "noa", "--language", "ko", typed="1\n").stdout
    assert told.startswith("부탁하신 말이 이제 올라왔어요.\n\nKafka\n")
    assert malmoi("chat", "--as", "noa", typed="").stdout == ""


def test_everything_with_its_history_comes_back_equal(tmp_path: Path) -> None:
    """Into an empty glossary: each change with its time; into another one the history is left out, and that is said."""
    malmoi("import", spreadsheet(tmp_path))
    malmoi("chat", typed="Etcd = A store of keys.\n")
    assert malmoi("export", "--all", "--history", "--output", "all.jsonl").exit_code == 0
    everything = (tmp_path / "all.jsonl").read_text(encoding="utf-8")
    other = f"sqlite:///{tmp_path}/other.sqlite3"
    assert malmoi("import", "--no-starter", "all.jsonl", DATABASE_URL=other).exit_code == 0
    assert malmoi("export", "--all", "--history", DATABASE_URL=other).stdout == everything
    assert "terminal:" in everything
    again = malmoi("import", "all.jsonl", DATABASE_URL=other)
    assert "The history is left out" in again.stderr
    assert again.stdout == "0 added, 0 changed, 7 unchanged, 0 refused\n"
    assert malmoi("export", "--all", DATABASE_URL=other).stdout.count("history") == 0
    third = f"sqlite:///{tmp_path}/third.sqlite3"
    malmoi("export", "--all", "--output", "words.jsonl")
    malmoi("import", "--no-starter", "words.jsonl", DATABASE_URL=third)
    words = (tmp_path / "words.jsonl").read_text(encoding="utf-8")
    assert malmoi("export", "--all", DATABASE_URL=third).stdout == words


def test_a_history_of_any_length_leaves_whole(tmp_path: Path) -> None:
    """A change that is larger than what is read at a time, and changes before and after it; related by name."""
    malmoi("import", spreadsheet(tmp_path))
    table = tmp_path / "many.csv"
    table.write_text("term,related\n" + "".join(f"w{number},\n" for number in range(2100)), encoding="utf-8")
    malmoi("import", str(table))
    table.write_text("term,related\nRedis,Kafka\nKafka,\n", encoding="utf-8")
    assert "    related: {+Kafka+}\n" in malmoi("import", "--dry-run", str(table)).stdout
    malmoi("import", str(table))
    everything = malmoi("export", "--all", "--history").stdout
    assert everything.count('"deed":"imported"') == 2 + 2100 + 1
    (tmp_path / "all.jsonl").write_text(everything, encoding="utf-8")
    other = f"sqlite:///{tmp_path}/other.sqlite3"
    malmoi("import", "--no-starter", "all.jsonl", DATABASE_URL=other)
    assert malmoi("export", "--all", "--history", DATABASE_URL=other).stdout == everything


def test_a_history_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    """And nothing is imported."""
    (tmp_path / "all.jsonl").write_text('{"labels":[{"text":"Kafka"}]}\n{"history":{"revision":1}}\n', encoding="utf-8")
    result = malmoi("import", "--no-starter", "all.jsonl")
    assert result.exit_code == 2
    assert "all.jsonl:2" in result.stderr
    assert malmoi("define", "kafka").exit_code == 1


def test_a_part_of_the_glossary_leaves_by_tag_and_language() -> None:
    """Several tags mean any of them; in a language only what is said in it."""
    assert malmoi("export", "--tag", "database", "--tag", "nothing").stdout.count("\n") == 1
    korean = malmoi("export", "--language", "ko", "--format", "csv").stdout
    assert "레디스" in korean
    assert "development and operations" not in korean


def test_a_folder_of_pages_leaves_and_comes_back(tmp_path: Path) -> None:
    """A page for each language, which changes nothing when it is imported again."""
    assert malmoi("export", "--format", "folder", "--output", "site").exit_code == 0
    assert (tmp_path / "site" / "content" / "ko" / "redis.md").exists()
    assert malmoi("import", "site").stdout == "0 added, 0 changed, 5 unchanged, 0 refused\n"
    (tmp_path / "file").touch()
    assert malmoi("export", "--format", "folder", "--output", "file").exit_code == 2


@pytest.mark.parametrize(
    "options",
    [
        ("--all", "--tag", "x"),
        ("--all", "--format", "csv"),
        ("--history",),
        ("--format", "folder"),
        ("--language", "?"),
        ("--output", "/nowhere/at/all"),
    ],
)
def test_an_export_that_makes_no_sense_is_wrong_use(options: tuple[str, ...]) -> None:
    """Said before anything is written."""
    assert malmoi("export", *options).exit_code == 2


def test_a_folder_of_pages_and_a_table_come_in_together(tmp_path: Path) -> None:
    """One page a language; a link that leads out of the folder is not followed."""
    for language, title in (("en", "Sidecar"), ("ko", "사이드카")):
        page = tmp_path / "site" / "content" / language / "sidecar.md"
        page.parent.mkdir(parents=True)
        page.write_text(f"---\ntitle: {title}\n---\n{title} text.\n", encoding="utf-8")
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\nNot ours.\n", encoding="utf-8")
    (tmp_path / "site" / "content" / "en" / "link.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "site" / "away").symlink_to(tmp_path, target_is_directory=True)
    result = malmoi("import", spreadsheet(tmp_path, "Kafka,A log.\n"), str(tmp_path / "site"))
    assert result.stdout == "+ Kafka\n+ Sidecar\n2 added, 0 changed, 0 unchanged, 0 refused\n"
    assert "사이드카 text." in malmoi("define", "사이드카").stdout


def test_what_is_refused_is_listed_and_the_rest_is_taken(tmp_path: Path) -> None:
    """Or nothing is, where that is asked for."""
    table = spreadsheet(tmp_path, "데브옵스,Something else.\nKafka,A log.\n,No name.\n")
    strict = malmoi("import", "--strict", table)
    assert strict.exit_code == 1
    assert malmoi("define", "kafka").exit_code == 1
    result = malmoi("import", table)
    assert result.exit_code == 1
    assert f"{table}:4: error:" in result.stderr
    assert malmoi("define", "kafka").exit_code == 0


def test_everything_that_leaves_comes_back_equal(tmp_path: Path) -> None:
    """Into another database, replacing what is there; a second export is the same byte for byte."""
    malmoi("import", spreadsheet(tmp_path))
    assert malmoi("export", "--output", "all.jsonl").exit_code == 0
    other = f"sqlite:///{tmp_path}/other.sqlite3"
    assert malmoi("import", "--replace", "all.jsonl", DATABASE_URL=other).exit_code == 0
    assert malmoi("export", DATABASE_URL=other).stdout == (tmp_path / "all.jsonl").read_text(encoding="utf-8")
    assert "## Kafka" in malmoi("export", "--format", "markdown").stdout
    assert malmoi("export", "--tag", "database").stdout.count("\n") == 1


def test_an_import_of_nothing_is_wrong_use(tmp_path: Path) -> None:
    """A file that is not there, and a workspace that has a glossary of its own."""
    assert malmoi("import", "nowhere.csv").exit_code == 2
    assert malmoi("import", "--workspace", "slack:T1", spreadsheet(tmp_path)).exit_code == 0
    assert malmoi("define", "kafka").exit_code == 1
    assert "Kafka" in malmoi("export", "--workspace", "slack:T1").stdout


@pytest.mark.parametrize("name", ["terms.csv", "terms.md"])
def test_a_file_of_any_format_answers_without_a_database(name: str, tmp_path: Path) -> None:
    """`--glossary` takes what `import` takes, and `check` too."""
    path = tmp_path / name
    path.write_text(
        "term,definition\nKafka,A log.\n" if name.endswith("csv") else "## Kafka\n\nA log.\n", encoding="utf-8"
    )
    assert "A log." in malmoi("define", "kafka", "--glossary", str(path)).stdout
    assert malmoi("check", str(path)).exit_code == 0
    assert not list(tmp_path.glob("*.sqlite3"))
