"""Papers typed after real ones: every construct that offices use, several at once, by five hands, with known truth.

A :class:`TypedPaper` knows which faults its typist made (``planted``) and which the hand makes by itself (``earned``):
what a proofreader finds besides is false. A hand lays out and types; a mischief plants one fault.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from tests.proofread.clerks import CLERKS
from tests.proofread.foreign import content_controls, python_docx, split_runs, tabs, vml_boxes
from tests.proofread.office_texts import TEXTS, OfficeText, slipped
from tests.proofread.paper import Paper, Para, build, gap, head, package, rule_under, section_properties
from tests.proofread.samples import decision, letter, minutes, plan
from vanban.law.nd30 import Part
from vanban.proofread import Form


@dataclass(frozen=True)
class TypedPaper:
    """One paper: its kind for the report, the form that it is, its file, and the truth about it."""

    name: str
    kind: str
    form: Form
    type_out: Callable[[], tuple[bytes, set[str]]]
    """Makes the file, and says what a proofreader is right to say of how this hand types."""
    planted: frozenset[str] = frozenset()

    @cached_property
    def _typed(self) -> tuple[bytes, set[str]]:
        return self.type_out()

    @property
    def data(self) -> bytes:
        """The file, typed out when it is first asked for."""
        return self._typed[0]

    @property
    def earned(self) -> set[str]:
        """What is rightly said of it though nothing was planted."""
        return self._typed[1]


_LONG_ENOUGH = 40


# What is written


def report() -> Paper:
    """A báo cáo to a higher office, with “Kính gửi” and no legal bases."""
    paper = plan()
    paper.of(Part.TYPE_NAME)[0].text = "BÁO CÁO"
    _retitle(paper, "Kết quả phong trào thi đua năm 2024", "Số: 45/BC-UBND")
    paper.body[:] = [para for para in paper.body if para.part is not Part.LEGAL_BASIS]
    paper.attached.clear()
    last = next(para for para in paper.body if "Phụ lục kèm theo" in para.text)
    last.text = "Trên đây là báo cáo của Ủy ban nhân dân phường./."
    return paper


def submission() -> Paper:
    """A tờ trình: legal bases opened by “Thực hiện”, then a sentence that begins with “Căn cứ”."""
    paper = report()
    paper.of(Part.TYPE_NAME)[0].text = "TỜ TRÌNH"
    _retitle(paper, "Về việc đề nghị khen thưởng năm 2024", "Số: 46/TTr-UBND")
    opening = next(para for para in paper.body if para.part is Part.BODY)
    opening.text = (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 02 tháng 01 năm 2024 của Ủy ban nhân dân thành phố, Ủy ban nhân dân phường "
        "Ngô Quyền đề nghị khen thưởng như sau:"
    )
    return paper


def _retitle(paper: Paper, subject: str, number: str) -> None:
    paper.of(Part.SUBJECT)[0].text = subject
    place = next(index for index, para in enumerate(paper.body) if para.rule)
    paper.body[place] = rule_under(subject, 14, 0.4, 9071, 0)
    paper.of(Part.NUMBER)[0].text = number


STATE: dict[str, Callable[[], Paper]] = {
    "kế hoạch": plan, "quyết định": decision, "công văn": letter, "biên bản": minutes, "báo cáo": report,
    "tờ trình": submission,
}  # fmt: skip


# What offices do that is no fault


def constructs(paper: Paper) -> None:
    """The typist's mark after the last recipient, bases of every opening, a cited year, a foreign word."""
    retained = paper.of(Part.RECIPIENT)[-1]
    retained.text = retained.text.replace("VHXH.", "VHXH.Hương").replace("Hồ sơ.", "HS.Xyz")
    for basis in paper.of(Part.LEGAL_BASIS)[:1]:
        place = paper.body.index(basis)
        paper.body.insert(
            place,
            Para(
                "Thực hiện Nghị quyết số 12/NQ-HĐND ngày 05 tháng 01 năm 2024 của Hội đồng nhân dân phường;"
                if paper.of(Part.TYPE_NAME)[0].text == "QUYẾT ĐỊNH"
                else "Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;",
                Part.LEGAL_BASIS,
                italic=True,
            ),
        )
    for clause in [*paper.of(Part.CLAUSE), *paper.of(Part.BODY)][:1]:
        clause.text = (
            clause.text.replace("./.", "") + " Phát huy truyền thống từ ngày 02 tháng 9 năm 1945, qua email, website."
        )
        clause.text += "./." if clause is paper.of(Part.BODY)[-1] else ""


# The faults that a typist makes


def _number(old: str, new: str) -> Callable[[Paper], None]:
    def spoil(paper: Paper) -> None:
        line = paper.of(Part.NUMBER)[0]
        line.text = line.text.replace(old, new, 1)

    return spoil


def _words(text: str) -> Callable[[Paper], None]:
    """Put a slip into the first long paragraph of the content."""

    def spoil(paper: Paper) -> None:
        content = [*paper.of(Part.CLAUSE), *paper.of(Part.BODY)]
        para = next(para for para in content if len(para.text) > _LONG_ENOUGH and para.jc == "both")
        para.text = text + para.text[:1].upper() + para.text[1:]

    return spoil


def _look(part: Part, **values: object) -> Callable[[Paper], None]:
    def spoil(paper: Paper) -> None:
        for name, value in values.items():
            setattr(paper.of(part)[-1], name, value)

    return spoil


def _recipient(paper: Paper) -> None:
    line = paper.of(Part.RECIPIENT)[0]
    line.text = line.text.rstrip(";")


def _retained(paper: Paper) -> None:
    paper.of(Part.RECIPIENT)[-1].text = "- Lưu văn thư."


def _end(paper: Paper) -> None:
    para = [para for para in paper.body if para.text.endswith("./.")][-1]
    para.text = para.text.replace("./.", ".")


MISCHIEFS: dict[str, Callable[[Paper], None]] = {
    "TT-07.spaces": _number("/", " / "),
    "TT-07.hyphen": _number("-", "–"),
    "TT-04.issuer.bold": _look(Part.ISSUER, bold=False),
    "TT-04.signer_name.bold": _look(Part.SIGNER_NAME, bold=False),
    "TT-14.item": _recipient,
    "TT-14.retained": _retained,
    "TT-17.title": lambda paper: setattr(paper.of(Part.SIGNER_NAME)[-1], "text", "ThS. Vũ Trí Khánh"),
    "TT-19.end": _end,
    "GO-06.telex": _words("Tổ chức thuwcj hiện. "),
    "GO-07.syllable": _words("Các nghành thực hiện. "),
    "GO-08.misspelt": _words("Bổ xung nguồn lực, bổ xung nhân lực. "),
    "GO-11.repeated": _words("Kết quả của của các đơn vị. "),
    "VH-04.body": _words("Theo ủy ban nhân dân phường. "),
    "CU-06.leftover": _words("Các đơn vị gồm […] thực hiện. "),
    "TT-04.number.size": _look(Part.NUMBER, size=14),
    "TT-02.color": _look(Part.SIGNER_NAME, color="1F4E79"),
}


# The hands


def old_clerk(paper: Paper) -> tuple[bytes, set[str]]:
    """Everything by tabs, no rules drawn, two spaces here and there."""
    para = next(para for para in paper.body if para.part in (Part.BODY, Part.CLAUSE) and len(para.text) > 60)
    para.text = para.text.replace("các ", "các  ", 1) if "các " in para.text else para.text.replace(" ", "  ", 1)
    return tabs(paper), {"GO-01.double-space", "TT-05.rule", "TT-06.issuer"}


def word_2003(paper: Paper) -> tuple[bytes, set[str]]:
    """The head in VML boxes, everything directly formatted, as its typists did."""
    return vml_boxes(paper), set()


def wps(paper: Paper) -> tuple[bytes, set[str]]:
    """Content controls around everything, and inside every paragraph."""
    return content_controls(paper), set()


def google_docs(paper: Paper) -> tuple[bytes, set[str]]:
    """No rules, no page numbers, the head's lines apart: what an export leaves."""
    return python_docx(paper), {
        "TT-05.rule", "TT-05.spacing", "TT-06.issuer", "TT-06.subject", "TT-06.letter", "TT-03.missing",
        "TT-26.urgency", "TT-26.circulation", "TT-26.circulation-place", "TT-26.address",
    }  # fmt: skip


def copied_from_pdf(paper: Paper) -> tuple[bytes, set[str]]:
    """Letters and tones apart, a run for every word."""
    for para in paper.every():
        para.text = unicodedata.normalize("NFD", para.text)
    return split_runs(paper), {"TT-21.nfc"}


HANDS: dict[str, Callable[[Paper], tuple[bytes, set[str]]]] = {
    "công chức lớn tuổi": old_clerk, "Word 2003": word_2003, "WPS": wps, "Google Docs": google_docs,
    "chép từ PDF": copied_from_pdf,
}  # fmt: skip


# Papers that the decree does not bind


def _others() -> Iterator[tuple[str, str, Form, Paper | bytes, set[str]]]:
    for name, heading, issuer, number, signed in (
        ("đảng ủy", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG ỦY PHƯỜNG NGÔ QUYỀN", "Số 15-KH/ĐU", "T/M BAN THƯỜNG VỤ"),
        ("chi bộ", "ĐẢNG CỘNG SẢN VIỆT NAM", "CHI BỘ TỔ DÂN PHỐ SỐ 3", "Số: 04-NQ/CB", "T/M CHI BỘ"),
        ("đoàn phường", "ĐOÀN TNCS HỒ CHÍ MINH", "ĐOÀN TNCS PHƯỜNG NGÔ QUYỀN", "Số: 04-KH/ĐTN", "TM. BAN THƯỜNG VỤ"),
        ("công đoàn", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CÔNG ĐOÀN CƠ SỞ", "Số: 07/KH-CĐCS", "TM. BAN CHẤP HÀNH"),
        ("mặt trận", "MẶT TRẬN TỔ QUỐC VIỆT NAM", "ỦY BAN MTTQ VIỆT NAM", "Số: 9/KH-MTTQ", "TM. BAN THƯỜNG TRỰC"),
    ):  # fmt: skip
        paper = plan()
        paper.head_left = [head(issuer, Part.BODY, 14, bold=True), head(number, Part.BODY, 14)]
        paper.head_right = [head(heading, Part.BODY, 15, bold=True), head("Ngô Quyền, ngày 5/3/2024", Part.BODY, 13)]
        paper.foot_right[0] = head(signed, Part.BODY, 14, bold=True)
        yield name, "Đảng, đoàn thể", Form.OTHER_SYSTEM, paper, set()
    for number in ("Số: 15/2024/QĐ-UBND", "Số:     /2024/QĐ-UBND"):
        paper = decision()
        paper.of(Part.NUMBER)[0].text = number
        yield number, "quy phạm pháp luật", Form.NORMATIVE, paper, set()
    for title in ("ĐƠN XIN XÁC NHẬN", "TỜ KHAI CẤP LẠI GIẤY TỜ", "BẢN CAM KẾT"):
        lines = [
            head("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Part.BODY, 12, bold=True),
            head("Độc lập - Tự do - Hạnh phúc", Part.BODY, 13),
            head("------***------", Part.BODY, 13),
            head(title, Part.BODY, 16, bold=True),
            Para("Kính gửi: Ủy ban nhân dân phường", jc="center", first=0),
            Para("Họ và tên: ...........................", first=0),
            Para("Tôi cam đoan những lời khai trên là đúng sự thật.", first=300),
            head("NGƯỜI KHAI", Part.BODY, 13),
        ]
        yield title, "đơn, tờ khai", Form.APPLICATION, package("".join(line.xml() for line in lines)), set()
    annex = plan().attached[:4]
    text = "".join(para.xml() for para in [*annex, gap()]) + section_properties(plan().sheet)
    yield "phụ lục rời", "phụ lục", Form.APPENDIX, package(text, plan().sheet), set()


def _built(made: Paper | bytes) -> tuple[bytes, set[str]]:
    return build(made) if isinstance(made, Paper) else made, set()


def by_clerks() -> Iterator[TypedPaper]:
    """Twelve papers of eight kinds of office by five clerks with python-docx, once as written and once with slips."""
    turn = 0
    for text in TEXTS:
        for clerk, type_out in CLERKS.items():
            spoiled, made = slipped(text, turn)
            turn += 1
            for written, planted in ((text, frozenset[str]()), (spoiled, made)):
                name = f"{text.number.removeprefix('Số: ')}, {clerk}{', có lỗi' if planted else ''}"
                yield TypedPaper(name, text.kind, text.form, partial(_by_clerk, type_out, written), planted)


def _by_clerk(type_out: Callable[[OfficeText], tuple[bytes, set[str]]], text: OfficeText) -> tuple[bytes, set[str]]:
    data, earned = type_out(text)
    return data, earned | text.earned


def papers() -> list[TypedPaper]:
    """Every paper: each State kind by each hand, once as practice has it and once with faults, and the others."""
    found: list[TypedPaper] = list(by_clerks())
    mischiefs = list(MISCHIEFS.items())
    turn = 0
    for kind, make in STATE.items():
        for hand, type_out in HANDS.items():
            form = Form.LETTER if kind == "công văn" else Form.NAMED
            for faulty in (False, True):
                paper = make()
                constructs(paper)
                planted: set[str] = set()
                if faulty:
                    for step in range(4):
                        rule, spoil = mischiefs[(turn + step * 5) % len(mischiefs)]
                        if rule == "TT-17.title" and kind == "biên bản":
                            continue
                        spoil(paper)
                        planted.add(rule)
                    turn += 1
                name = f"{kind}, {hand}{', có lỗi' if faulty else ''}"
                found.append(TypedPaper(name, kind, form, partial(type_out, paper), frozenset(planted)))
    for name, kind, form, made, planted in _others():
        found.append(TypedPaper(name, kind, form, partial(_built, made), frozenset(planted)))
    return found
