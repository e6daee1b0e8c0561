"""One year under the names of other offices: every word for its units follows from its data, none is another's."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sample_year import sample_year
from shipped_templates import template_of
from sweeps import spread

from vanban.domain.award import EmulationTitle, quoted
from vanban.domain.consistency import check
from vanban.domain.record import Record
from vanban.domain.unit_kind import BY_NOUN, UNIT_KINDS
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.ingest import PARTS, read_year
from vanban.ingest.scalars import convert
from vanban.kinds import KINDS
from vanban.word import outline

OFFICES = {
    "phường": ("phường Hồ Sen", "khu phố", "Khu phố"),
    "xã": ("xã Đồng Quý", "thôn", "Thôn"),
    "trường": ("trường Tiểu học Sông Mây", "tổ chuyên môn", "Tổ chuyên môn"),
}
OTHERS = ("phường", "xã", "khu phố", "thôn", "tổ chuyên môn", "tổ dân phố", "tổ trưởng")


def spoken(value: Any, change: Any) -> Any:
    """``value`` with every text in it changed."""
    if isinstance(value, str) and type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        return tuple(spoken(row, change) for row in value)
    if isinstance(value, Record):
        return value.model_copy(update={name: spoken(inner, change) for name, inner in value})
    return value


@cache
def year_of(form: str) -> Year:
    """The sample year as that office would write it, its texts and names in its own words."""
    locality, noun, name = OFFICES[form]

    def own(text: str) -> str:
        text = text.replace("phường Sông Thương", locality).replace("PHƯỜNG SÔNG THƯƠNG", locality.upper())
        text = text.replace("Phường Sông Thương", locality)
        text = re.sub(r"[Tt]ổ dân phố", lambda found: name if found[0][0] == "T" else noun, text)
        return re.sub(r"\bphường\b", form, text)

    year = sample_year()
    changed = spoken(year, own)
    office = changed.office.model_copy(update={"form": form, "unit": noun, "locality": locality})
    parts: dict[str, Any] = {**dict(changed), "office": office}
    if not BY_NOUN[noun].cultural_title:
        rows = [row.model_copy(update={"title": None}) for row in changed.group_registrations]
        parts |= {"group_registrations": tuple(rows), "group_meetings": ()}
    return Year(**parts)


def words_of(form: str, kind: Any) -> str:
    """Every word of the first document of that kind, as the Word file has it."""
    year = year_of(form)
    key = next(iter(kind.keys(year)), None)
    if key is None:
        return kind.title.casefold()
    said = outline(template_of(kind.name).render(kind.compose(year, key)), kind.name)
    return f"{kind.title}\n{kind.headline(year, key)}\n{said}".casefold()


@pytest.mark.parametrize(
    ("form", "kind"),
    [(form, kind) for at, kind in enumerate(KINDS) for form in spread(list(OFFICES), 2, at % 2)],
    ids=lambda said: getattr(said, "name", said),
)
def test_no_word_for_the_units_or_the_form_of_another_office_is_printed(form: str, kind: Any) -> None:
    _, noun, _ = OFFICES[form]
    own = (form, noun, BY_NOUN[noun].head.casefold())
    foreign = [word for word in OTHERS if not any(word in said for said in own)]
    if kind.name in ("counting_minutes", "counting_board_decision"):
        foreign = [word for word in foreign if word != "tổ trưởng"]  # the head of the board that counts the votes
    text = words_of(form, kind)
    found = {word: re.findall(rf".*\b{word}\b(?! hội).*", text)[:2] for word in foreign}
    assert {word: lines for word, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("noun", "head", "title"),
    [
        ("thôn", "Trưởng thôn", "Thôn văn hóa"),
        ("ấp", "Trưởng ấp", "Ấp văn hóa"),
        ("khu phố", "Trưởng khu phố", "Khu phố văn hóa"),
        ("tổ dân phố", "Tổ trưởng", "Tổ dân phố văn hóa"),
    ],
)
def test_head_and_title_of_a_unit_follow_from_its_noun(noun: str, head: str, title: str) -> None:
    office = sample_year().office.model_copy(update={"unit": noun})
    assert office.unit_kind.head == head
    assert quoted(EmulationTitle.CULTURAL_RESIDENTIAL_GROUP, office) == title


@pytest.mark.parametrize("kind", UNIT_KINDS, ids=lambda kind: kind.slug)
def test_every_kind_of_unit_has_its_own_columns(kind: Any) -> None:
    table = (
        f"Mã {kind.noun},Tên {kind.noun},{kind.head},Trưởng ban công tác Mặt trận,Số hộ\n"
        f"dv-1,{kind.name} 1,Nguyễn Văn A,Trần Thị B,120\n"
    )
    files = {"office/groups.csv": table.encode()}
    reading = read_year(files, WorkYear(2024), tuple(part for part in PARTS if part.name == "groups"))
    assert [row.name for row in reading.value["groups"]] == [f"{kind.name} 1"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Thôn văn hóa", EmulationTitle.CULTURAL_RESIDENTIAL_GROUP),
        ("“Khu phố văn hóa”", EmulationTitle.CULTURAL_RESIDENTIAL_GROUP),
        ("tổ dân phố văn hóa", EmulationTitle.CULTURAL_RESIDENTIAL_GROUP),
        ("CSTĐCS", EmulationTitle.GRASSROOTS_EMULATION_FIGHTER),
        ("LĐTT", EmulationTitle.ADVANCED_WORKER),
        ("Xã tiêu biểu", EmulationTitle.EXEMPLARY_WARD),
    ],
)
def test_a_title_is_read_as_offices_write_it(typed: str, meant: EmulationTitle) -> None:
    assert convert((EmulationTitle,), typed) is meant


def test_a_kind_of_unit_without_a_row_and_a_title_that_units_cannot_have_are_told() -> None:
    year = sample_year()
    unknown = year.model_copy(update={"office": year.office.model_copy(update={"unit": "thon", "form": "xa"})})
    told = {one.path: one for one in check(unknown) if one.path[0] == "office"}
    assert set(told) == {("office", "form"), ("office", "unit")}
    assert "“thôn”" in told["office", "unit"].reason
    school = year.model_copy(update={"office": year.office.model_copy(update={"unit": "tổ chuyên môn"})})
    found = [one for one in check(school) if one.path == ("group_registrations", 0, "title")]
    assert [one.value for one in found] == ["Tổ dân phố văn hóa"]


_WORDS_OF_OFFICES = re.compile(r"phường|tổ dân phố|tổ trưởng", re.IGNORECASE)
_DATA = {
    "domain/counted_units.py": "what targets of any office are counted in, as they are read",
    "domain/office_form.py": "the table of the forms of office",
    "domain/office_answers.py": "examples in the questions about a new office",
    "domain/office_words.py": "examples of what a word stands for",
    "domain/target_reading.py": "words before a number that is no aim, as they are read",
    "domain/unit_kind.py": "the table of the kinds of units",
    "domain/award.py": "the awards and their receivers as the law spells them",
    "domain/phrases.py": "words that no line break parts",
    "domain/post.py": "posts at the head of a unit",
    "domain/selection.py": "the head of the board that counts the votes",
    "domain/words_in_use.py": "words that proofreading knows",
    "kinds/papers/council_setup.py": "the head of the board that counts the votes",
    "kinds/papers/counting_minutes.py": "the head of the board that counts the votes",
    "kinds/parts/line_breaks.py": "words before which a line of a name may break",
    "proofread/head.py": "names of offices of every form in the head of any paper",
}
"""Where such a word may stand outside the law, and why."""


def test_no_module_names_a_kind_of_unit_or_of_office_but_the_tables() -> None:
    package = Path(__file__).parents[2] / "vanban"
    found = set()
    for path in package.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        comments = {
            id(one.value)
            for node in ast.walk(tree)
            for one in (node.body if isinstance(getattr(node, "body", None), list) else ())
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
        }
        said = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in comments)
        if any(isinstance(node.value, str) and _WORDS_OF_OFFICES.search(node.value) for node in said):
            found.add(path.relative_to(package).as_posix())
    assert sorted(name for name in found if not name.startswith("law/")) == sorted(_DATA)
