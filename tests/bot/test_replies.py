"""What a form promises."""

from __future__ import annotations

import pytest

from bot.commands import Help
from bot.replies import MOST_FIELDS, ChoiceField, FileField, Form, LineField, TextField


def test_a_form_has_one_to_five_fields_with_a_key_each() -> None:
    """Discord takes five fields and tells them apart by their key."""
    every_kind = (
        LineField("name", "Name"),
        TextField("text", "Definition"),
        ChoiceField("language", "Language", (("ko", "Korean"),)),
        FileField("file", "File"),
    )
    assert Form("Add", every_kind, Help(), "Save").fields == every_kind
    too_many = tuple(LineField(str(number), "Name") for number in range(MOST_FIELDS + 1))
    for fields in ((), too_many, (LineField("name", "One"), LineField("name", "Two"))):
        with pytest.raises(ValueError, match="a form has"):
            Form("Add", fields, Help(), "Save")
