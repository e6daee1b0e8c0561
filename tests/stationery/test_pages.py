"""The pages as they are printed, measured in the PDF: nothing sticks out or is torn apart, lines fit their text."""

from __future__ import annotations

import io
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pdfplumber
import pytest
from sample_year import LONG_NAME, sample_year

from vanban.domain import typeface
from vanban.domain.measure import Length, mm
from vanban.domain.text_tree import Block
from vanban.kinds.papers import achievement_report, certificate, council_minutes, plan
from vanban.kinds.parts.line_breaks import balanced
from vanban.law import nd30
from vanban.word import Template

SUBJECT = (
    "Về việc đề nghị tặng danh hiệu thi đua và hình thức khen thưởng cho các tập thể, cá nhân có thành tích xuất sắc "
    "trong phong trào thi đua yêu nước và công tác khen thưởng trên địa bàn phường Sông Thương năm 2024"
)
CASES: dict[str, dict[str, Any]] = {
    "empty": {"rows": 0, "addressees": 0},
    "one": {"rows": 1, "addressees": 1},
    "usual": {},
    "long": {"rows": 60, "addressees": 3, "subject": SUBJECT, "name": LONG_NAME, "signer": LONG_NAME},
}
SHORT = "Kế hoạch này có hiệu lực từ ngày ký"
LONG = "Các bộ phận, tổ dân phố, tập thể, cá nhân thi đua triển khai đồng bộ, toàn diện các nhiệm vụ trọng tâm " * 3

EVERY = int(os.environ.get("VANBAN_TORTURE_EVERY", "4"))
"""``make test`` lays out every fourth height of a sweep, with one row the papers alone that speak of one, and of sixty
rows the last paper where it is another form than the first; ``make torture`` everything."""
OF_ONE = (
    "submission",
    "decision",
    "award_list",
    "nominee_list",
    "certificate",
    "achievement_report",
    "council_minutes",
)

LAST_IS_ANOTHER = ("certificate", "achievement_report")

Pages = list[Any]

XHTML = "{http://www.w3.org/1999/xhtml}"
SAME_LINE = 3.0
"""Points by which the tops of words of one line may differ."""

# The pages are laid out and read once, in the process that begins with them.
pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def printed(
    rendered: Callable[..., dict[str, bytes]],
    laid_out: Callable[[dict[str, bytes]], dict[str, bytes]],
    templates: dict[str, bytes],
) -> Iterator[dict[str, Pages]]:
    """Every kind short, usual and long; plans and reports whose signature comes at every height of the page."""
    documents = {
        f"{case}/{name}": data
        for case, year in CASES.items()
        for name, data in rendered(
            *(OF_ONE if case == "one" and EVERY > 1 else ()), last=case == "long" and EVERY == 1, **year
        ).items()
    }
    for name, data in rendered(*LAST_IS_ANOTHER, **CASES["long"]).items():
        documents[f"long/{name}"] = data
    template = Template.from_bytes(templates["plan"], name="plan")
    for ending in (SHORT, LONG):
        for lines in range(15, 30, EVERY):
            body = (*(Block(item=SHORT) for _ in range(lines)), Block(text=ending.strip()))
            year = sample_year()
            year = year.model_copy(update={"plan": year.plan.model_copy(update={"body": body, "introduction": None})})
            documents[f"sweep/{len(ending)}/{lines}"] = template.render(plan.compose(year, ""))
    report = Template.from_bytes(templates["achievement_report"], name="report")
    for lines in range(16, 36, EVERY):
        year = sample_year(rows=1)
        [achievement] = year.achievements
        achievement = achievement.model_copy(update={"accomplishments": (f"{SHORT}.",) * lines})
        year = year.model_copy(update={"achievements": (achievement,)})
        documents[f"held/{lines}"] = report.render(achievement_report.compose(year, "p0"))
    minutes = Template.from_bytes(templates["council_minutes"], name="minutes")
    for lines in range(0, 18, EVERY):
        year = sample_year(rows=1)
        meeting = year.council_meeting
        assert meeting is not None
        written = meeting.minutes.model_copy(update={"body": (*meeting.minutes.body, *[Block(text=SHORT)] * lines)})
        year = year.model_copy(update={"council_meeting": meeting.model_copy(update={"minutes": written})})
        documents[f"minutes/{lines}"] = minutes.render(council_minutes.compose(year, ""))
    stretched = Template.from_bytes(templates["certificate"], name="certificate")
    for words in range(0, 60, 6 * EVERY):
        year = sample_year(rows=1, name=LONG_NAME, signer=LONG_NAME)
        rows = tuple(row.model_copy(update={"summary": f"{SHORT} " * (words // 6)}) for row in year.nominations)
        year = year.model_copy(update={"nominations": rows})
        documents[f"stretched/certificate-{words}"] = stretched.render(certificate.compose(year, "p0"))
    files = laid_out(documents)
    opened = {name: pdfplumber.open(io.BytesIO(data)) for name, data in files.items()}
    letters = Letters.seen(opened["usual/plan-"].pages[0], words_by_poppler(files["usual/plan-"])[0][0])
    for name, data in files.items():
        for page, lines in zip(opened[name].pages, read_by_poppler(data, letters), strict=True):
            page.lines_read = lines
    yield {name: pdf.pages for name, pdf in opened.items()}
    for pdf in opened.values():
        pdf.close()


def read_by_poppler(data: bytes, letters: Letters) -> Iterator[list[dict[str, Any]]]:
    """The lines of each page, from the top; pdfplumber, which reads letter by letter, takes ten times as long."""
    for words in words_by_poppler(data):
        lines: list[list[dict[str, Any]]] = []
        for word in sorted(map(letters.box, words), key=lambda box: (box["top"], box["x0"])):
            if not lines or word["top"] - lines[-1][0]["top"] >= SAME_LINE:
                lines.append([])
            lines[-1].append(word)
        yield [of_words(sorted(line, key=lambda word: word["x0"])) for line in lines]


def words_by_poppler(data: bytes) -> list[list[Any]]:
    """The words of each page, with the sides of their boxes."""
    said = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, stdout=subprocess.PIPE, check=True).stdout
    return [list(page.iter(f"{XHTML}word")) for page in ElementTree.fromstring(said).iter(f"{XHTML}page")]


@dataclass(frozen=True)
class Letters:
    """Where letters begin and end in poppler's box of a word, as shares of its height: each version has its own."""

    top: float
    bottom: float

    @classmethod
    def seen(cls, page: Any, word: Any) -> Letters:
        """By the first word of a page, as pdfplumber sees it."""
        line = page.extract_text_lines(return_chars=False)[0]
        assert line["text"].startswith(word.text)
        above, below = float(word.get("yMin")), float(word.get("yMax"))
        return cls((line["top"] - above) / (below - above), (line["bottom"] - above) / (below - above))

    def box(self, word: Any) -> dict[str, Any]:
        """The box of a word's letters."""
        x0, x1, above, below = (float(word.get(side)) for side in ("xMin", "xMax", "yMin", "yMax"))
        top, bottom = (above + share * (below - above) for share in (self.top, self.bottom))
        return {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "text": word.text}


def of_words(words: list[dict[str, Any]]) -> dict[str, Any]:
    """The line of these words."""
    return {
        "text": " ".join(word["text"] for word in words),
        "x0": words[0]["x0"],
        "x1": max(word["x1"] for word in words),
        "top": min(word["top"] for word in words),
        "bottom": max(word["bottom"] for word in words),
    }


def text_lines(page: Any) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = page.lines_read
    return lines


def lines_of(page: Any) -> list[str]:
    return [line["text"] for line in text_lines(page)]


@cache
def letters_above(page: Any) -> list[Any]:
    """The characters of the upper third of a page."""
    return [char for char in page.chars if char["bottom"] < page.height / 3]


@cache
def rules_of(page: Any) -> list[Any]:
    """The drawn lines outside tables, from the top; of the two edges of a thick line the upper one."""
    tables = [table.bbox for table in page.find_tables()]
    drawn = [e for e in page.edges if e["orientation"] == "h" and e["x1"] - e["x0"] > 5]
    free = [e for e in drawn if not any(box[1] - 1 <= e["top"] <= box[3] + 1 for box in tables)]
    kept: list[Any] = []
    for edge in sorted(free, key=lambda edge: edge["top"]):
        if not any(abs(edge["top"] - e["top"]) < 2 and abs(edge["x0"] - e["x0"]) < 2 for e in kept):
            kept.append(edge)
    return kept


def words_at(page: Any, pattern: str) -> Any:
    [found, *_] = [line for line in text_lines(page) if re.search(pattern, line["text"])]
    return found


def test_a_certificate_is_one_page_however_long_the_achievement(printed: dict[str, Pages]) -> None:
    sheets = {name: len(pages) for name, pages in printed.items() if "certificate-" in name}
    assert len(sheets) > 12 // EVERY
    assert set(sheets.values()) == {1}


def test_no_page_is_empty_and_all_but_the_first_are_numbered_in_the_middle_of_the_top_margin(
    printed: dict[str, Pages],
) -> None:
    for name, pages in printed.items():
        for ordinal, page in enumerate(pages, start=1):
            lines = text_lines(page)
            assert len(lines) > 1, (name, ordinal)
            in_margin = [line for line in lines if line["bottom"] < mm(20).points]
            assert [line["text"] for line in in_margin] == ([str(ordinal)] if ordinal > 1 else []), name
            for number in in_margin:
                middle = mm(30).points + (page.width - mm(50).points) / 2
                assert abs((number["x0"] + number["x1"]) / 2 - middle) < 1, name


def test_everything_stands_inside_the_margins_of_the_decree(printed: dict[str, Pages]) -> None:
    least = nd30.PAGE.right.least.points
    for name, pages in printed.items():
        for page in pages:
            text = [line for line in text_lines(page) if line["top"] > mm(20).points - 1]
            assert min(line["x0"] for line in text) >= nd30.PAGE.left.chosen.points - 6, name
            assert max(line["x1"] for line in text) <= page.width - least, name
            assert max(line["bottom"] for line in text) <= page.height - mm(20).points + 1, name


def test_the_signature_block_is_whole_and_at_least_two_lines_of_text_stand_on_its_page(
    printed: dict[str, Pages],
) -> None:
    heights = set()
    for name, pages in printed.items():
        if name.startswith("sweep") or re.search(
            r"/(plan|submission|decision|announcement|annual|registration_s)", name
        ):
            last = lines_of(pages[-1])
            [begins] = [at for at, line in enumerate(last) if line.startswith("Nơi nhận:")]
            text = last[:begins] if len(pages) == 1 else last[1:begins]
            assert len(text) >= 2, (name, last)
            assert any(line.startswith("- Lưu: VT") for line in last[begins:]), name
            assert any(re.search("Trần Thị B$|Huyền$", line) for line in last[begins:]), name
            heights.add(len(text))
    assert len(heights) > 10 // EVERY, "the sweep has met the foot of the page at many heights"


def test_two_signatures_stand_with_text_and_their_names_stand_level(printed: dict[str, Pages]) -> None:
    for name, pages in printed.items():
        if re.search(r"/(group_registration|household_list|individual|achievement_report-p)", name):
            last = text_lines(pages[-1])
            positions = [at for at, line in enumerate(last) if line["text"].split()[0] in ("TRƯỞNG", "XÁC", "THỦ")]
            assert positions[0] >= 2, name
            assert re.search("Phạm Thị D Lê Văn C|Hoàng Văn E .*(An|Huyền|Hạnh|Bình|Cường)", last[-1]["text"]) or (
                LONG_NAME.split()[-1] in last[-1]["text"]
            ), (name, last[-1]["text"])


def test_minutes_have_their_recipients_and_two_lines_of_text_on_the_page_of_their_signatures(
    printed: dict[str, Pages],
) -> None:
    heights = set()
    for name, pages in printed.items():
        if name.startswith("minutes") or name.endswith("/council_minutes-"):
            last = [line for line in lines_of(pages[-1]) if not line.isdigit()]
            begins = last.index("THƯ KÝ CHỦ TỌA")
            assert begins >= 2, (name, last)
            assert last[-1] == "- Lưu: VT, Hồ sơ.", (name, last)
            heights.add(begins)
    assert len(heights) > 8 // EVERY, "the sweep has met the foot of the page at many heights"


def test_signatures_after_a_table_stand_on_the_page_of_the_line_under_it(printed: dict[str, Pages]) -> None:
    begins = set()
    for name, pages in printed.items():
        if name.startswith("held"):
            last = lines_of(pages[-1])
            [at] = [at for at, line in enumerate(last) if line.startswith("THỦ TRƯỞNG")]
            assert last[at - 1].startswith("Tổng số: "), (name, last)
            begins.add(at)
    assert len(begins) > 3 // EVERY, "the sweep has met the foot of the page"


def test_headers_of_tables_repeat_on_every_page_and_follow_no_page_break_alone(printed: dict[str, Pages]) -> None:
    for kind, header in (
        ("annual_report", "Chỉ tiêu"),
        ("registration_summary", "Tổ dân phố"),
        ("nominee_list", "Họ và"),
        ("target_assignment", "Nội dung"),
    ):
        pages = printed[f"long/{kind}-"]
        rows = [table.extract() for page in pages for table in page.find_tables()]
        first = [table[0][1].replace("\n", " ") for table in rows if table[0][0] == "TT"]
        assert sum(cell.startswith(header) for cell in first) >= 2, kind
        assert all(len(table) >= 2 for table in rows if table[0][0] == "TT"), kind


def test_every_row_is_whole_on_one_page(printed: dict[str, Pages]) -> None:
    ordinals = [
        row[0]
        for page in printed["long/nominee_list-"]
        for table in page.find_tables()
        for row in table.extract()
        if row[0] != "TT"
    ]
    assert ordinals == [str(n) for n in range(1, 61)] + [str(n) for n in range(1, 60)]


def test_the_line_under_the_motto_is_as_long_as_the_motto_and_below_it(printed: dict[str, Pages]) -> None:
    for name, pages in printed.items():
        if not re.search("_list-|target_assignment|certificate|/dossier_|annex-", name):
            motto = words_at(pages[0], "Độc lập")
            above = letters_above(pages[0])
            chars = [c for c in above if c["top"] >= motto["top"] - 1 and c["bottom"] <= motto["bottom"] + 1]
            right = [c for c in chars if c["x0"] > pages[0].width / 2 - 30]
            x0, x1 = min(c["x0"] for c in right), max(c["x1"] for c in right)
            [line] = [e for e in rules_of(pages[0]) if e["x0"] > pages[0].width / 2 and e["top"] < motto["bottom"] + 8]
            assert abs(line["x0"] - x0) < 1.5 and abs(line["x1"] - x1) < 1.5, name
            assert line["top"] > motto["bottom"] - 2, name


def test_lines_under_issuer_and_subject_are_a_third_to_a_half_of_the_text_and_in_its_middle(
    printed: dict[str, Pages],
) -> None:
    def share(length: float, text: Length) -> float:
        return length / text.points

    rows = nd30.TYPES[nd30.Part.SUBJECT].size.chosen
    usual, long = printed["usual/submission-"][0], printed["long/submission-"][0]
    issuer = typeface.width("PHƯỜNG SÔNG THƯƠNG", nd30.TYPES[nd30.Part.ISSUER].size.chosen, bold=True)
    [top] = [e for e in rules_of(usual) if e["x1"] < usual.width / 2]
    assert 1 / 3 <= share(top["x1"] - top["x0"], issuer) <= 1 / 2
    for page, lines in (
        (usual, ("Về việc đề nghị tặng danh hiệu thi đua và hình thức khen thưởng năm 2024",)),
        (long, balanced(SUBJECT, nd30.Part.SUBJECT, nd30.PAGE.text_width)),
    ):
        rule = rules_of(page)[-1]
        assert 1 / 3 <= share(rule["x1"] - rule["x0"], typeface.longest(lines, rows, bold=True)) <= 1 / 2
        middle = mm(30).points + nd30.PAGE.text_width.points / 2
        assert abs((rule["x0"] + rule["x1"]) / 2 - middle) < 1


def test_a_long_subject_breaks_into_lines_of_about_one_length(printed: dict[str, Pages]) -> None:
    lines = text_lines(printed["long/submission-"][0])
    start = next(at for at, line in enumerate(lines) if line["text"].startswith("Về việc"))
    widths = [line["x1"] - line["x0"] for line in lines[start : start + 3]]
    assert "năm 2024" in lines[start + 2]["text"]
    assert min(widths) > 0.75 * max(widths)


def test_dashes_of_several_addressees_stand_under_the_colon(printed: dict[str, Pages]) -> None:
    page = printed["long/submission-"][0]
    opening = words_at(page, "^Kính gửi:$")
    colon = next(c for c in page.chars if c["text"] == ":" and abs(c["top"] - opening["top"]) < 4)
    dashes = [line["x0"] for line in text_lines(page) if line["text"] in ADDRESSEES]
    assert len(dashes) == 3
    assert all(abs(dash - colon["x0"]) < 2 for dash in dashes)
    one = words_at(printed["one/submission-"][0], "^Kính gửi: Ủy ban nhân dân thành phố Bắc Giang$")
    assert abs((one["x0"] + one["x1"]) / 2 - (mm(30).points + nd30.PAGE.text_width.points / 2)) < 1


ADDRESSEES = ("- Ủy ban nhân dân thành phố Bắc Giang;", "- Phòng Nội vụ thành phố;", "- Thành ủy.")


def test_what_is_to_be_filled_in_by_hand_is_dotted_to_the_margin(printed: dict[str, Pages]) -> None:
    page = printed["empty/group_registration-g0"][0]
    dotted = [line for line in text_lines(page) if "......" in line["text"]]
    assert [re.sub(r"\.{5,}", "…", line["text"]) for line in dotted] == [
        "- Số hộ đăng ký “Gia đình văn hóa”: …",
        "- Danh hiệu đăng ký: …",
        "…",
        "…",
        "…",
    ]
    assert all(page.width - line["x1"] - mm(20).points < 8 for line in dotted)


def test_no_heading_is_the_last_line_of_a_page(printed: dict[str, Pages]) -> None:
    """LibreOffice would forget it for the 25th paragraph: vanban.pdf.steady."""
    for name, pages in printed.items():
        for page, _ in pairwise(pages):
            assert not re.match(r"[IVX]+\. |\d\. [^.]*$|.*:$", lines_of(page)[-1]), (name, lines_of(page)[-1])
