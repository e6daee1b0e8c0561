"""One line of the archive's ledger: only what the program itself would have written is an event."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import to_json

from vanban.domain.ledger import GENESIS, Head, canonical, follows, from_line, next_event, to_line

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), JSON, max_size=5), st.text(st.characters(codec="utf-8")))
def test_an_event_comes_back_from_its_line_as_it_was(body, actor) -> None:
    event = next_event(Head(), "2024-03-05T12:00:00+07:00", actor, "void", body)
    assert from_line(to_line(event).encode()) == event
    assert follows(event, Head())
    assert event.body == body
    assert to_line(event) == canonical({**event.model_dump(mode="json", exclude={"text"}), "body": body}) + "\n"


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), JSON, max_size=5))
def test_what_is_nested_in_an_event_is_written_into_a_row_just_as_it_is_sealed(body) -> None:
    assert to_json(next_event(Head(), "2024-03-05T12:00:00+07:00", "Lan", "void", body).body).decode() == canonical(
        body
    )


@pytest.mark.parametrize(
    "body",
    ['{"x":NaN}', '{"x":Infinity}', '{"x":1e999}', '{"x":"\\ud800"}', '{"b":1,"a":2}', '{"x": 1}', "[]", '"text"', "1"],
)
def test_a_line_that_the_program_would_not_have_written_is_no_event(body: str) -> None:
    text = f'[1,"m","a","void",{body},"{GENESIS}"]'
    seal = hashlib.sha256(b"vanban-so-v1\n" + text.encode("utf-8", "surrogatepass")).hexdigest()
    line = f'{{"actor":"a","body":{body},"deed":"void","hash":"{seal}","moment":"m","previous":"{GENESIS}","seq":1}}\n'
    assert from_line(line.encode()) is None
