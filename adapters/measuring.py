"""How well are terms found? Answers the measure: a glossary in JSON lines, then one question and one answer a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.catalogue import Catalogue
from glossary.formats.measure import concepts_in, query_in, reply_of
from glossary.lookup import resolve

if TYPE_CHECKING:
    from typing import TextIO


def answer_lines(glossary: str, questions: TextIO, answers: TextIO) -> None:
    """Answer each question as it arrives; nothing is kept between two.

    Raises:
        OSError: The glossary cannot be read.
        ValueError: A line is no JSON, or not in the measure's form (KeyError and TypeError too).
    """
    with Path(glossary).open(encoding="utf-8") as lines:
        catalogue = Catalogue(concepts_in(lines))
    for question in questions:
        reply = reply_of(resolve(query_in(question), catalogue))
        answers.write(json.dumps(reply, ensure_ascii=False) + "\n")
        answers.flush()
