"""Whatever fact a hand changes in whichever built file, the proof names it where another file still says it."""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Iterator

import pytest

from tests.workflows.test_proving_the_set import edit_by_hand
from vanban.domain.agreement import Topic
from vanban.domain.paper import Paper, PaperLine
from vanban.kinds.readback.changed_facts import Passage, TextFact, changed_facts, facts, passages, stated_in
from vanban.word import read_paper
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.proof import prove
from vanban.workspace import Workspace

SUBMISSION = "2024/3-dot-thi-dua/to-trinh-dot-thi-dua-dien-bien-phu.docx"
COUNT = int(os.environ.get("VANBAN_TORTURE_FACTS", "60"))
SEED = int(os.environ.get("VANBAN_FACTS_SEED", str(time.time_ns() % 1_000_000)))
CLASSES = (Topic.NAME, Topic.POSITION, Topic.NUMBER, Topic.COUNT)
OTHERS = {
    "a": "b",
    "n": "m",
    "g": "h",
    "h": "k",
    "1": "2",
    "0": "3",
    "2": "5",
    "3": "8",
    "4": "9",
    "5": "6",
    "7": "9",
    "x": "y",
}


def spelled_otherwise(said: str, chance: random.Random) -> str:
    """The fact with one letter or digit changed."""
    places = [at for at, letter in enumerate(said) if letter.isalnum()]
    at = chance.choice(places)
    new = OTHERS.get(said[at].lower(), "7" if said[at].isdigit() else "x")
    return said[:at] + (new.upper() if said[at].isupper() else new) + said[at + 1 :]


def with_fact_changed(text: str, fact: TextFact, chance: random.Random) -> str:
    """The text with the fact spelled otherwise where it stands as a fact, not where a part of another reads alike."""
    other = spelled_otherwise(fact.said, chance)
    assert other != fact.said
    texts = (text[: at.start()] + other + text[at.end() :] for at in re.finditer(re.escape(fact.said), text))
    return next(new for new in texts if _times(new, fact) < _times(text, fact))


def _times(text: str, fact: TextFact) -> int:
    return sum(one.key == fact.key for one in facts(text))


def candidates(papers: list[Paper], topic: Topic) -> Iterator[tuple[Paper, Passage, TextFact]]:
    """Every fact of that class that stands in more files than one, once a passage."""
    stated = stated_in(papers)
    for paper in papers:
        for passage in passages(paper):
            for fact in facts(passage.text):
                if fact.topic is topic and any(one.file != paper.file for one in stated[fact.key]):
                    yield paper, passage, fact


def test_random_facts_of_each_class_changed_in_random_files_are_all_named(built: Workspace) -> None:
    chance = random.Random(SEED)
    print(f"seed of this run: VANBAN_FACTS_SEED={SEED}")
    papers = [
        read_paper(path.read_bytes(), path.relative_to(built.output).as_posix())
        for path in sorted(built.output.rglob("*.docx"))
        if "phieu-khop" not in path.name
    ]
    stated = stated_in(papers)
    known = {topic: list(candidates(papers, topic)) for topic in CLASSES}
    assert all(len(found) > 100 for found in known.values())
    for number in range(COUNT):
        paper, passage, fact = chance.choice(known[CLASSES[number % len(CLASSES)]])
        new = with_fact_changed(passage.text, fact, chance)
        before = [one.text for one in passages(paper)]
        found = changed_facts(before, _with(paper, passage, new), stated)
        assert any(paper.file == one.readings[0].file for one in found), (SEED, paper.file, passage.text, new)


def _with(paper: Paper, passage: Passage, text: str) -> Paper:
    """The paper with that passage said otherwise."""
    lines = tuple(
        line.model_copy(update={"text": text}) if (line.text, line.place) == (passage.text, passage.place) else line
        for line in paper.lines
    )
    if lines != paper.lines:
        return paper.model_copy(update={"lines": lines})
    tables = []
    for table in paper.tables:
        rows = []
        for row, cells in enumerate(table.rows, start=1):
            rows.append(
                tuple(
                    cell.replace(passage.text, text, 1)
                    if passage.place == f"bảng {table.ordinal}, dòng {row}, cột {column}"
                    else cell
                    for column, cell in enumerate(cells, start=1)
                )
            )
        tables.append(table.model_copy(update={"rows": tuple(rows)}))
    return paper.model_copy(update={"tables": tuple(tables)})


@pytest.mark.parametrize(
    ("file", "old", "new", "topic"),
    [
        (SUBMISSION, "Nguyễn Văn A", "Nguyễn Văn Anh", Topic.NAME),
        (
            "2024/3-dot-thi-dua/to-trinh-dot-thi-dua-dien-bien-phu.docx",
            "PHÓ CHỦ TỊCH",
            "QUYỀN CHỦ TỊCH",
            Topic.POSITION,
        ),
        ("2024/4-binh-xet/giay-moi-hop-hoi-dong.docx", "05 tháng 12 năm 2024", "06 tháng 12 năm 2024", Topic.NUMBER),
        ("2024/7-bao-cao/bao-cao-tong-ket.docx", "2.952", "2.953", Topic.COUNT),
    ],
)
def test_a_fact_changed_in_a_real_file_is_named_with_both_places(
    built: Workspace, file: str, old: str, new: str, topic: Topic
) -> None:
    edit_by_hand(built.output / file, old, new)
    proof = prove(built)
    found = [one for one in proof.differences if one.readings[0].file == file and one.topic is topic]
    assert found, [str(one) for one in proof.differences]
    assert found[0].readings[1].file != file
    assert proof.exit_code == 1


@pytest.mark.parametrize(
    ("said", "now", "told"),
    [
        ("Bà Lý Thị P", "Bà Lý Thị Phê", [(Topic.NAME, "Lý Thị P", "Lý Thị Phê")]),
        ("LÝ THỊ P", "LÝ THỊ PHÊ", [(Topic.NAME, "LÝ THỊ P", "LÝ THỊ PHÊ")]),
        ("PHÓ CHỦ TỊCH", "QUYỀN CHỦ TỊCH", [(Topic.POSITION, "PHÓ CHỦ TỊCH", "QUYỀN CHỦ TỊCH")]),
        (
            "họp ngày 5/12/2024 với 5 người",
            "họp ngày 6/12/2024 với 5 người",
            [(Topic.NUMBER, "5/12/2024", "6/12/2024")],
        ),
        (
            "họp ngày 05 tháng 12 năm 2024 với 05 người",
            "họp ngày 06 tháng 12 năm 2024 với 07 người",
            [
                (Topic.NUMBER, "ngày 05 tháng 12 năm 2024", "ngày 06 tháng 12 năm 2024"),
                (Topic.COUNT, "05", "07"),
            ],
        ),
    ],
)
def test_one_fact_changed_by_hand_is_told_once_as_what_it_is(
    said: str, now: str, told: list[tuple[Topic, str, str]]
) -> None:
    elsewhere = [said, "Lý Thị P", "Phó Chủ tịch", "05"]
    others = [
        Paper(file=f"{at}.docx", lines=(PaperLine(text=text, place="dòng 1"),), tables=())
        for at, text in enumerate(elsewhere)
    ]
    paper = Paper(file="sua-tay.docx", lines=(PaperLine(text=now, place="dòng 1"),), tables=())
    found = changed_facts([said], paper, stated_in(others))
    assert [(one.topic, one.subject, one.readings[0].value) for one in found] == told


def test_a_sentence_added_by_hand_contradicts_nothing(built: Workspace) -> None:
    path = built.output / "2024/7-bao-cao/bao-cao-tong-ket.docx"
    edit_by_hand(path, "sâu rộng, có chủ đề", "sâu rộng, thiết thực, có chủ đề")
    proof = prove(built)
    assert (proof.differences, len(proof.edited)) == ((), 1)


def test_what_a_file_said_when_it_was_built_is_kept_through_a_later_build(built: Workspace) -> None:
    file = built.output / "2024/3-dot-thi-dua/to-trinh-dot-thi-dua-dien-bien-phu.docx"
    edit_by_hand(file, "Nguyễn Văn A", "Nguyễn Văn Anh")
    build(built, BuildRequest(with_pdf=False, workers=1))
    assert not prove(built).ok
