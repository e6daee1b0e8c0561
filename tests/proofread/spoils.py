"""For each rule one way to break it and nothing else, and what the finding must quote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.proofread.paper import Block, Paper, Para, gap, page_number, rule_under
from tests.proofread.samples import FRAME, IN_TOP_MARGIN, SAMPLES
from vanban.law.layout_types import FREE_ALIGNMENT, FREE_CASE, FREE_WEIGHT
from vanban.law.nd30 import TYPES, Alignment, Part


@dataclass(frozen=True)
class Spoil:
    """One broken rule: the sample, what is done to it, and a part of the finding's quote (empty: the whole paper)."""

    rule: str
    sample: str
    change: Callable[[Paper], object]
    quote: str = ""

    def paper(self) -> Paper:
        paper = SAMPLES[self.sample]()
        self.change(paper)
        return paper


_HOME = {
    Part.PARENT_BODY: "letter", Part.LETTER_SUBJECT: "letter", Part.ADDRESSEE: "letter", Part.URGENCY: "letter",
    Part.DRAFTER: "letter", Part.ADDRESS: "letter", Part.CIRCULATION: "letter", Part.ARTICLE: "decision",
    Part.COPY_FORM: "copy",
}  # fmt: skip


def _last(part: Part) -> Callable[[Paper], Para]:
    return lambda paper: paper.of(part)[-1]


def change(part: Part, **values: object) -> Callable[[Paper], object]:
    """Set attributes of the last paragraph of ``part``."""

    def apply(paper: Paper) -> None:
        para = _last(part)(paper)
        for name, value in values.items():
            assert getattr(para, name) != value
            setattr(para, name, value)

    return apply


def reword(part: Part, old: str, new: str) -> Callable[[Paper], object]:
    """Change words of the last paragraph of ``part``."""

    def apply(paper: Paper) -> None:
        para = _last(part)(paper)
        assert old in para.text
        para.text = para.text.replace(old, new)

    return apply


def reword_first(part: Part, old: str, new: str) -> Callable[[Paper], object]:
    """Change words of the first paragraph of ``part``."""

    def apply(paper: Paper) -> None:
        para = paper.of(part)[0]
        assert old in para.text
        para.text = para.text.replace(old, new)

    return apply


def remove(part: Part) -> Callable[[Paper], object]:
    """Take every paragraph of ``part`` away."""

    def apply(paper: Paper) -> None:
        for paras in (paper.head_left, paper.head_right, paper.body, paper.foot_left, paper.foot_right, paper.attached):
            paras[:] = [para for para in paras if para.part is not part]

    return apply


def sheet(**values: object) -> Callable[[Paper], object]:
    """Set attributes of the page set-up."""

    def apply(paper: Paper) -> None:
        for name, value in values.items():
            setattr(paper.sheet, name, value)

    return apply


def _annexes_count_on(paper: Paper) -> None:
    """The pages of the annexes go on from those of the text, in one section."""
    paper.annexes_apart = False


def _annexes_from_three(paper: Paper) -> None:
    """The annexes have sections of their own that do not begin with page 1."""
    paper.annexes_from = 3


def _typed() -> list[Spoil]:
    """One spoil for every rule of Mục V."""
    found = []
    for part, kind in TYPES.items():
        sample = _HOME.get(part, "plan")
        if part is Part.PAGE_NUMBER:
            for aspect, values in (("size", {"size": 12}), ("italic", {"italic": True}), ("bold", {"bold": True})):
                number = page_number(**values)
                found.append(Spoil(f"TT-04.page_number.{aspect}", sample, sheet(number=number), "ỦY BAN"))
            continue
        text = SAMPLES[sample]().of(part)[-1].text
        size = kind.size.most.points + 2
        found.append(Spoil(f"TT-04.{part}.size", sample, change(part, size=size), text[:40]))
        found.append(Spoil(f"TT-04.{part}.italic", sample, change(part, italic=not kind.italic), text[:40]))
        if part not in FREE_WEIGHT:
            found.append(Spoil(f"TT-04.{part}.bold", sample, _unbold(part, kind.bold), text[:40]))
        if part not in FREE_CASE:
            new = _recase(text, kind.capitals)
            found.append(Spoil(f"TT-04.{part}.capitals", sample, _recased(part, text, new), new[:40]))
        if part not in FREE_ALIGNMENT:
            jc = "center" if kind.alignment is Alignment.LEFT else "left"
            found.append(Spoil(f"TT-04.{part}.alignment", sample, change(part, jc=jc), text[:40]))
    return found


def _recased(part: Part, text: str, new: str) -> Callable[[Paper], object]:
    """Other capitals, and for the motto a rule as long as it now is."""

    def apply(paper: Paper) -> None:
        reword(part, text, new)(paper)
        if part is Part.MOTTO:
            _point_rule(paper, part, 1.0)

    return apply


def _unbold(part: Part, bold: bool) -> Callable[[Paper], object]:
    return change(part, bold=not bold)


def _recase(text: str, capitals: bool) -> str:
    if text.startswith("TM."):
        return "TM. Ủy ban nhân dân"
    if capitals:
        return text[:4] + text[4:].lower() if text.startswith("I") else text.capitalize()
    return text.upper() if not text.startswith("Phụ") else "PHỤ LỤC II"


def _point_rule(paper: Paper, part: Part, share: float, dashed: bool = False) -> None:
    column = {Part.ISSUER: paper.head_left, Part.MOTTO: paper.head_right, Part.SUBJECT: paper.body}[part]
    place = next(index for index, para in enumerate(column) if para.rule)
    above = paper.of(part)[-1]
    if dashed:
        column[place] = Para("-" * 24, None, 13, jc="center", first=0, before=0)
        return
    width, padding = {Part.ISSUER: (3400, 216), Part.MOTTO: (5670, 216), Part.SUBJECT: (9071, 0)}[part]
    column[place] = rule_under(above.text, above.size, share, width, padding)


def _no_rule(part: Part) -> Callable[[Paper], object]:
    def apply(paper: Paper) -> None:
        column = {Part.ISSUER: paper.head_left, Part.MOTTO: paper.head_right, Part.SUBJECT: paper.body}[part]
        column[:] = [para for para in column if not para.rule]

    return apply


def _rule(part: Part, share: float) -> Callable[[Paper], object]:
    return lambda paper: _point_rule(paper, part, share)


def _dashed(part: Part) -> Callable[[Paper], object]:
    def apply(paper: Paper) -> None:
        from vanban.domain import typeface
        from vanban.domain.measure import pt

        column = {Part.ISSUER: paper.head_left, Part.MOTTO: paper.head_right, Part.SUBJECT: paper.body}[part]
        place = next(index for index, para in enumerate(column) if para.rule)
        above = paper.of(part)[-1]
        share = 1.0 if part is Part.MOTTO else 0.4
        wide = typeface.width(above.text, pt(above.size), bold=True).points * share
        count = round(wide / (0.333 * 13))
        column[place] = Para("-" * count, None, 13, jc="center", first=0, before=0)

    return apply


def _body(part: Part = Part.BODY, **values: object) -> Callable[[Paper], object]:
    return change(part, **values)


def _heading(text: str) -> Callable[[Paper], object]:
    def apply(paper: Paper) -> None:
        paper.of(Part.PART_HEADING)[0].text = text

    return apply


def _turn_over(paper: Paper) -> None:
    paper.sheet.width, paper.sheet.height, paper.sheet.orient = 16838, 11906, "landscape"
    place = next(index for index, para in enumerate(paper.body) if para.rule)
    paper.body[place] = rule_under(paper.of(Part.SUBJECT)[0].text, 14, 0.4, 16838 - 1701 - 1134, 0)


def _add_addressee(paper: Paper) -> None:
    place = next(index for index, para in enumerate(paper.body) if para.part is Part.LEGAL_BASIS)
    paper.body.insert(place, Para("Kính gửi: Phòng Nội vụ thành phố", Part.ADDRESSEE, jc="center", first=0))
    paper.foot_left[1].text = "- Như trên;"


def _set(part: Part, index: int, text: str) -> Callable[[Paper], object]:
    def apply(paper: Paper) -> None:
        paper.of(part)[index].text = text

    return apply


def _mention(paper: Paper) -> None:
    for para in paper.body:
        if "Phụ lục kèm theo" in para.text:
            para.text = "- Kế hoạch này thay cho các kế hoạch trước./."


def _insert_body(text: str) -> Callable[[Paper], object]:
    def apply(paper: Paper) -> None:
        place = next(index for index, para in enumerate(paper.body) if para.text.startswith("I. "))
        paper.body.insert(place, Para(text, Part.BODY))

    return apply


def _spoil_letter(paper: Paper) -> None:
    paper.of(Part.NUMBER)[0].text = "Số: 12/CV-UBND"


def _break_title(paper: Paper) -> None:
    paper.body[:] = [para for para in paper.body if para.text != "PHẠM VI, ĐỐI TƯỢNG"]


def _head_signs_alone(paper: Paper) -> None:
    paper.foot_right[:] = [para for para in paper.foot_right if para.part is not Part.SIGNING_CAPACITY]


def _collective_decision(paper: Paper) -> None:
    paper.foot_right.insert(
        0, Para("TM. ỦY BAN NHÂN DÂN", Part.SIGNING_CAPACITY, bold=True, jc="center", first=0, before=0)
    )


def _deputy_without_his_post(paper: Paper) -> None:
    paper.foot_right.insert(1, Para("KT. CHỦ TỊCH", Part.SIGNING_CAPACITY, bold=True, jc="center", first=0, before=0))


def _no_authority(paper: Paper) -> None:
    paper.body[:] = [para for para in paper.body if not para.text.startswith("CHỦ TỊCH")]


def _authority_of_another(paper: Paper) -> None:
    para = next(para for para in paper.body if para.text.startswith("CHỦ TỊCH"))
    para.text = "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG TRẦN PHÚ"


def _bordered_foot(paper: Paper) -> None:
    paper.bordered = ("foot",)


def _bordered_head(paper: Paper) -> None:
    paper.bordered = ("head",)


def _wide_table(paper: Paper) -> None:
    cell = Para("Chỉ tiêu", None, jc="left", first=0, before=0).xml()
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="11000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="5500"/>'
        f'<w:gridCol w:w="5500"/></w:tblGrid><w:tr><w:tc><w:tcPr/>{cell}</w:tc><w:tc><w:tcPr/>{cell}</w:tc></w:tr>'
        "</w:tbl>"
    )
    paper.of(Part.CLAUSE)[0].below = table


def _subject_first(paper: Paper) -> None:
    name, subject = paper.of(Part.TYPE_NAME)[0], paper.of(Part.SUBJECT)[0]
    paper.body.remove(subject)
    paper.body.insert(paper.body.index(name), subject)


_FACE = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'


def _run_after(element: str, text: str) -> Callable[[Paper], object]:
    """Add a run with one more property to the last khoản."""
    run = f'<w:r><w:rPr>{_FACE}<{element}/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return change(Part.CLAUSE, runs=run)


def _field(first: str, second: str) -> Callable[[Paper], object]:
    """Add a field to the last khoản, its code cut in two as Word likes to."""
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>', f"<w:instrText>{first}</w:instrText>",
        f"<w:instrText>{second}</w:instrText>", '<w:fldChar w:fldCharType="separate"/>', "<w:t>05/3/2024</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )  # fmt: skip
    runs = "".join(f'<w:r><w:rPr>{_FACE}<w:sz w:val="28"/></w:rPr>{piece}</w:r>' for piece in pieces)
    return change(Part.CLAUSE, runs=runs)


def _remote_template(paper: Paper) -> None:
    paper.template = "https://example.vn/mau/Ke-hoach.dotx"


def _commented(paper: Paper) -> None:
    change(Part.CLAUSE, runs='<w:r><w:commentReference w:id="1"/></w:r>')(paper)


def _tracked(paper: Paper) -> None:
    para = next(para for para in paper.body if para.part is Part.CLAUSE)
    para.runs = '<w:ins w:id="1" w:author="A"><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t> Thêm.</w:t></w:r></w:ins>'


def _copied(change: Callable[[Block], object]) -> Callable[[Paper], object]:
    """Change the block of a copy alone."""

    def apply(paper: Paper) -> None:
        assert paper.copied is not None
        change(paper.copied)

    return apply


def _copied_without(part: Part) -> Callable[[Paper], object]:
    def apply(block: Block) -> None:
        for paras in (block.left, block.right, block.foot_left, block.foot_right):
            paras[:] = [para for para in paras if para.part is not part]

    return _copied(apply)


def _copied_line_of_dashes(block: Block) -> None:
    block.line[-1] = Para("- " * 105, None, 14, first=0)


def _signed(**values: object) -> Callable[[Paper], object]:
    """Change the words of the digital signature."""

    def apply(paper: Paper) -> None:
        for name, value in values.items():
            setattr(paper.attached[0], name, value)

    return apply


def _exchanged(what: str) -> Callable[[Paper], object]:
    """The two columns of head or foot stand the other way round."""

    def apply(paper: Paper) -> None:
        paper.exchanged = (what,)

    return apply


def _lowered(frame: str) -> str:
    """The frame further down, among the text."""
    assert 'w:y="510"' in frame
    return frame.replace('w:y="510"', 'w:y="3400"')


def _urgency_moved(paper: Paper, column: list[Para], place: int = 0) -> None:
    urgency = paper.of(Part.URGENCY)[0]
    paper.head_left.remove(urgency)
    column.insert(place if column is not paper.head_right else len(column), urgency)


_NUMBER = Part.NUMBER
_DATE = Part.PLACE_AND_DATE
_HAND: list[Spoil] = [
    Spoil("TT-01.paper", "plan", sheet(width=12240, height=15840), "ỦY BAN"),
    Spoil("TT-01.orientation", "plan", _turn_over, "ỦY BAN"),
    Spoil("TT-01.margin-top", "plan", sheet(top=1000), "ỦY BAN"),
    Spoil("TT-01.margin-bottom", "plan", sheet(bottom=1700), "ỦY BAN"),
    Spoil("TT-01.margin-left", "plan", sheet(left=1417), "ỦY BAN"),
    Spoil("TT-01.margin-right", "plan", sheet(right=567), "ỦY BAN"),
    Spoil("TT-02.font", "plan", change(Part.CLAUSE, font="Arial"), "8. Các bộ phận"),
    Spoil("TT-02.color", "plan", change(Part.CLAUSE, color="1F4E79"), "8. Các bộ phận"),
    Spoil("TT-03.missing", "plan", sheet(number=None), "ỦY BAN"),
    Spoil("TT-03.place", "plan", sheet(number=page_number(jc="right")), "ỦY BAN"),
    Spoil("TT-03.place", "plan", sheet(number=None, footer=page_number()), "ỦY BAN"),
    Spoil("TT-03.first-page", "plan", sheet(title_page=False), "ỦY BAN"),
    Spoil("TT-03.first-page", "plan", sheet(first_number=page_number()), "ỦY BAN"),
    Spoil("TT-03.arabic", "plan", sheet(number_type='<w:pgNumType w:fmt="lowerRoman"/>'), "ỦY BAN"),
    Spoil("TT-03.annex", "plan", _annexes_count_on, "Phụ lục I"),
    Spoil("TT-03.annex", "plan", _annexes_from_three, "Phụ lục I"),
    Spoil("TT-03.start", "plan", sheet(number_type='<w:pgNumType w:start="3"/>'), "ỦY BAN"),
    Spoil("TT-04.state_name.missing", "plan", remove(Part.STATE_NAME)),
    Spoil("TT-04.motto.missing", "minutes", lambda paper: (remove(Part.MOTTO)(paper), _no_rule(Part.MOTTO)(paper))),
    Spoil("TT-04.issuer.missing", "plan", lambda paper: (remove(Part.ISSUER)(paper), _no_rule(Part.ISSUER)(paper))),
    Spoil("TT-04.number.missing", "plan", remove(Part.NUMBER)),
    Spoil("TT-04.place_and_date.missing", "plan", remove(_DATE)),
    Spoil(
        "TT-04.type_name.missing",
        "plan",
        lambda paper: (remove(Part.TYPE_NAME)(paper), remove(Part.SUBJECT)(paper), _no_rule(Part.SUBJECT)(paper)),
    ),
    Spoil("TT-04.subject.missing", "plan", lambda paper: (remove(Part.SUBJECT)(paper), _no_rule(Part.SUBJECT)(paper))),
    Spoil("TT-04.letter_subject.missing", "letter", remove(Part.LETTER_SUBJECT)),
    Spoil("TT-04.position.missing", "decision", lambda paper: paper.foot_right.clear()),
    Spoil("TT-04.signer_name.missing", "plan", remove(Part.SIGNER_NAME), "CHỦ TỊCH"),
    Spoil("TT-04.recipients_title.missing", "plan", lambda paper: paper.foot_left.clear()),
    Spoil("TT-05.state-text", "plan", reword(Part.STATE_NAME, "CỘNG HÒA", "CỘNG HÒA."), "CỘNG HÒA."),
    Spoil("TT-05.motto-text", "plan", reword(Part.MOTTO, " - ", " – "), "Độc lập – Tự do"),
    Spoil("TT-05.spacing", "plan", change(Part.MOTTO, before=120), "Độc lập"),
    Spoil("TT-05.rule", "plan", _no_rule(Part.MOTTO), "Độc lập"),
    Spoil("TT-05.length", "plan", _rule(Part.MOTTO, 0.5), "Độc lập"),
    Spoil("TT-05.solid", "plan", _dashed(Part.MOTTO), "Độc lập"),
    Spoil("TT-06.issuer", "plan", _no_rule(Part.ISSUER), "PHƯỜNG NGÔ QUYỀN"),
    Spoil("TT-06.issuer-length", "plan", _rule(Part.ISSUER, 0.9), "PHƯỜNG NGÔ QUYỀN"),
    Spoil("TT-06.issuer-solid", "plan", _dashed(Part.ISSUER), "PHƯỜNG NGÔ QUYỀN"),
    Spoil("TT-06.subject", "plan", _no_rule(Part.SUBJECT), "Phát động"),
    Spoil("TT-06.subject-length", "plan", _rule(Part.SUBJECT, 0.9), "Phát động"),
    Spoil("TT-06.issuer-short", "plan", _rule(Part.ISSUER, 0.2), "PHƯỜNG NGÔ QUYỀN"),
    Spoil("TT-06.subject-short", "plan", _rule(Part.SUBJECT, 0.2), "Phát động"),
    Spoil("TT-06.subject-solid", "plan", _dashed(Part.SUBJECT), "Phát động"),
    Spoil("TT-06.letter", "letter", change(Part.LETTER_SUBJECT, before=60), "V/v"),
    Spoil("TT-06.letter-close", "letter", change(Part.LETTER_SUBJECT, before=0), "V/v"),
    Spoil("TT-07.colon", "plan", reword(_NUMBER, "Số:", "Số"), "Số 24"),
    Spoil("TT-07.zero", "plan", reword(_NUMBER, "24", "5"), "Số: 5/"),
    Spoil("TT-07.digits", "plan", reword(_NUMBER, "24", "24a"), "24a"),
    Spoil("TT-07.slash", "plan", reword(_NUMBER, "24/KH", "24KH"), "24KH"),
    Spoil("TT-07.year", "plan", reword(_NUMBER, "24/KH", "24/2024/KH"), "24/2024/KH-UBND"),
    Spoil("TT-07.year-differs", "decision", reword(_NUMBER, "05/QĐ", "05/2023/QĐ"), "05/2023/QĐ-UBND"),
    Spoil("TT-07.spaces", "plan", reword(_NUMBER, "24/KH", "24 / KH"), "24 / KH"),
    Spoil("TT-07.hyphen", "plan", reword(_NUMBER, "-", "–"), "KH–UBND"),
    Spoil("TT-07.capitals", "plan", reword(_NUMBER, "UBND", "Ubnd"), "Ubnd"),
    Spoil("TT-07.type", "plan", reword(_NUMBER, "KH-", "QĐ-"), "QĐ-UBND"),
    Spoil("TT-07.letter", "letter", _spoil_letter, "12/CV-UBND"),
    Spoil("TT-07.issuer", "plan", reword(_NUMBER, "KH-UBND", "KH-HĐND"), "KH-HĐND"),
    Spoil("TT-07.unit", "letter", reword(_NUMBER, "UBND-VX", "UBND-XV"), "UBND-XV"),
    Spoil("TT-07.type", "copy", reword(_NUMBER, "SY-", "TrS-"), "TrS-UBND"),
    Spoil("TT-07.zero", "copy", reword(_NUMBER, "12", "5"), "Số: 5/"),
    Spoil("TT-07.issuer", "copy", reword(_NUMBER, "SY-UBND", "SY-HĐND"), "SY-HĐND"),
    Spoil("TT-28.place", "annex", _signed(jc="left"), "Số 24/KH-UBND"),
    Spoil("TT-28.place", "annex", lambda paper: paper.attached.insert(3, paper.attached.pop(0)), "Số 24/KH-UBND"),
    Spoil("TT-28.look", "annex", _signed(size=13), "Số 24/KH-UBND"),
    Spoil("TT-28.look", "annex", _signed(italic=True), "Số 24/KH-UBND"),
    Spoil("TT-28.time", "annex", _signed(text="Số 24/KH-UBND; 05/03/2024 10:22:33"), "Số 24/KH-UBND"),
    Spoil("TT-28.time", "annex", _signed(text="Số 24/KH-UBND; 05/03/2024 10:22 +07:00"), "Số 24/KH-UBND"),
    Spoil("TT-28.whose", "annex", _signed(text="Thời gian ký: 05/03/2024 10:22:33 +07:00"), "Thời gian ký"),
    Spoil("TT-08.day", "copy", reword(_DATE, "ngày 05", "ngày 5"), "ngày 5"),
    Spoil("TT-09.comma", "copy", reword(_DATE, "Phú, ngày", "Phú ngày"), "Phú ngày"),
    Spoil("TT-14.stop", "copy", reword(Part.RECIPIENT, "VT.", "VT;"), "- Lưu: VT;"),
    Spoil("TT-04.issuer.bold", "copy", change(Part.ISSUER, bold=False), "PHƯỜNG TRẦN PHÚ"),
    Spoil("TT-04.signer_name.size", "copy", change(Part.SIGNER_NAME, size=16), "Nguyễn Thị Mai"),
    Spoil("TT-27.form", "copy", reword(Part.COPY_FORM, "SAO Y", "SAO Y BẢN CHÍNH"), "SAO Y BẢN CHÍNH"),
    Spoil("TT-27.missing", "copy", _copied_without(_NUMBER), "SAO Y"),
    Spoil("TT-27.missing", "copy", _copied_without(_DATE), "SAO Y"),
    Spoil("TT-27.missing", "copy", _copied_without(Part.ISSUER), "SAO Y"),
    Spoil("TT-27.missing", "copy", _copied_without(Part.SIGNER_NAME), "SAO Y"),
    Spoil("TT-27.missing", "copy", _copied(lambda block: block.foot_left.clear()), "SAO Y"),
    Spoil("TT-27.missing", "copy", _copied(lambda block: block.foot_right.clear()), "SAO Y"),
    Spoil("TT-27.line", "copy", _copied(lambda block: block.line.clear()), "SAO Y"),
    Spoil("TT-27.line", "copy", _copied(_copied_line_of_dashes), "SAO Y"),
    Spoil("TT-08.day", "plan", reword(_DATE, "ngày 05", "ngày 5"), "ngày 5"),
    Spoil("TT-08.month", "decision", reword(_DATE, "tháng 01", "tháng 1"), "tháng 1"),
    Spoil("TT-08.month-extra", "plan", reword(_DATE, "tháng 3", "tháng 03"), "tháng 03"),
    Spoil("TT-08.year", "plan", reword(_DATE, "năm 2024", "năm 24"), "năm 24"),
    Spoil("TT-08.digits", "plan", reword(_DATE, "tháng 3", "tháng Ba"), "tháng Ba"),
    Spoil("TT-08.real", "letter", reword(_DATE, "ngày 29", "ngày 30"), "ngày 30"),
    Spoil("TT-09.comma", "plan", reword(_DATE, "Quyền, ngày", "Quyền ngày"), "Quyền ngày"),
    Spoil("TT-09.place", "plan", reword(_DATE, "Phường Ngô Quyền, ngày", "ngày"), "ngày 05"),
    Spoil("TT-09.province", "plan", reword(_DATE, "Phường Ngô Quyền", "Tỉnh Bắc Giang"), "Tỉnh Bắc Giang"),
    Spoil("TT-09.capitals", "plan", reword(_DATE, "Ngô Quyền", "Ngô quyền"), "Ngô quyền"),
    Spoil(
        "TT-10.item",
        "plan",
        _set(Part.LEGAL_BASIS, 0, "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022."),
        "Căn cứ Luật",
    ),
    Spoil("TT-10.last", "decision", reword(Part.LEGAL_BASIS, "Thống kê.", "Thống kê;"), "Theo đề nghị"),
    Spoil("TT-10.missing", "decision", remove(Part.LEGAL_BASIS), "QUYẾT ĐỊNH"),
    Spoil("TT-10.opening", "decision", reword_first(Part.LEGAL_BASIS, "Căn cứ Luật", "Luật"), "Luật Thi đua"),
    Spoil("TT-11.alignment", "plan", change(Part.CLAUSE, jc="left"), "8. Các bộ phận"),
    Spoil("TT-11.indent", "plan", change(Part.CLAUSE, first=0), "8. Các bộ phận"),
    Spoil("TT-11.spacing", "plan", change(Part.CLAUSE, before=60), "8. Các bộ phận"),
    Spoil("TT-11.line", "plan", change(Part.CLAUSE, line=400), "8. Các bộ phận"),
    Spoil("TT-11.line", "plan", change(Part.CLAUSE, line=200), "8. Các bộ phận"),
    Spoil("TT-12.letters", "plan", reword(Part.POINT, "đ)", "e)"), "e) Các"),
    Spoil("TT-12.bracket", "plan", reword(Part.POINT, "đ)", "đ."), "đ. Các"),
    Spoil("TT-12.article", "decision", reword(Part.ARTICLE, "Điều 2.", "Điều 2:"), "Điều 2:"),
    Spoil(
        "TT-12.articles",
        "decision",
        lambda paper: (
            reword(Part.ARTICLE, "Điều 2.", "Điều 3.")(paper),
            _set(Part.RECIPIENT, 0, "- Như Điều 3;")(paper),
        ),
        "Điều 3.",
    ),
    Spoil("TT-12.clause", "plan", reword(Part.CLAUSE, "8.", "8)"), "8) Các"),
    Spoil("TT-12.clauses", "plan", reword(Part.CLAUSE, "8.", "9."), "9. Các"),
    Spoil("TT-12.sections", "plan", reword(Part.SECTION, "II.", "III."), "III. NỘI"),
    Spoil("TT-12.roman", "plan", _heading("Phần 1"), "Phần 1"),
    Spoil("TT-12.arabic", "decision", reword(Part.PART_HEADING, "Mục 1", "Mục I"), "Mục I"),
    Spoil("TT-12.title", "decision", _break_title, "Mục 1"),
    Spoil("TT-13.where", "plan", _add_addressee, "Kính gửi"),
    Spoil(
        "TT-13.missing",
        "letter",
        lambda paper: (remove(Part.ADDRESSEE)(paper), _set(Part.RECIPIENT, 0, "- Trạm Y tế;")(paper)),
    ),
    Spoil("TT-13.colon", "letter", _set(Part.ADDRESSEE, 0, "Kính gửi"), "Kính gửi"),
    Spoil("TT-13.items", "letter", reword(Part.ADDRESSEE, "phường.", "phường;"), "- Trạm Y tế"),
    Spoil("TT-14.colon", "plan", reword(Part.RECIPIENTS_TITLE, "nhận:", "nhận"), "Nơi nhận"),
    Spoil("TT-14.dash", "plan", _set(Part.RECIPIENT, 0, "+ Phòng Nội vụ thành phố;"), "+ Phòng"),
    Spoil("TT-14.item", "plan", _set(Part.RECIPIENT, 0, "- Phòng Nội vụ thành phố,"), "- Phòng"),
    Spoil("TT-14.retained", "plan", _set(Part.RECIPIENT, -1, "- Lưu văn thư."), "- Lưu văn thư."),
    Spoil("TT-14.stop", "plan", _set(Part.RECIPIENT, -1, "- Lưu: VT, VHXH"), "- Lưu: VT"),
    Spoil("TT-15.above", "letter", _set(Part.RECIPIENT, 0, "- Trạm Y tế;"), "- Trạm"),
    Spoil("TT-15.without", "plan", _set(Part.RECIPIENT, 0, "- Như trên;"), "- Như trên"),
    Spoil("TT-15.article", "decision", _set(Part.RECIPIENT, 0, "- Như Điều 5;"), "- Như Điều 5"),
    Spoil("TT-16.collective", "plan", _head_signs_alone, "CHỦ TỊCH"),
    Spoil("TT-16.head", "decision", _collective_decision, "TM."),
    Spoil("TT-16.form", "plan", reword(Part.SIGNING_CAPACITY, "TM.", "TM"), "TM ỦY BAN"),
    Spoil("TT-16.deputy", "plan", reword(Part.POSITION, "CHỦ TỊCH", "KT. CHỦ TỊCH"), "KT. CHỦ TỊCH"),
    Spoil("TT-16.deputy", "plan", _deputy_without_his_post, "CHỦ TỊCH"),
    Spoil("TT-17.title", "plan", reword(Part.SIGNER_NAME, "Vũ", "ThS. Vũ"), "ThS. Vũ"),
    Spoil("TT-18.mention", "plan", _mention, "Phụ lục I"),
    Spoil("TT-18.absent", "plan", lambda paper: paper.attached.clear(), "- Có Phụ lục"),
    Spoil("TT-18.roman", "plan", reword(Part.APPENDIX, "II", "2"), "Phụ lục 2"),
    Spoil("TT-18.own-line", "plan", reword(Part.APPENDIX, "II", "II: Biểu mẫu"), "Phụ lục II: Biểu"),
    Spoil("TT-18.reference", "plan", remove(Part.APPENDIX_REFERENCE), "Phụ lục"),
    Spoil("TT-19.end", "plan", lambda paper: _end(paper), "- Có Phụ lục"),
    Spoil("TT-20.citation", "plan", _insert_body("Thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị."), "Thực hiện"),
    Spoil("TT-20.law", "plan", reword_first(Part.LEGAL_BASIS, " ngày 15 tháng 6 năm 2022", ""), "Căn cứ Luật"),
    Spoil("TT-20.law", "plan", reword_first(Part.LEGAL_BASIS, "ngày 15 tháng 6 năm", "năm"), "Căn cứ Luật"),
    Spoil("TT-23.authority", "decision", _no_authority, "QUYẾT ĐỊNH"),
    Spoil("TT-23.whose", "decision", _authority_of_another, "CHỦ TỊCH ỦY BAN"),
    Spoil("TT-24.border", "decision", _bordered_foot, "Nơi nhận"),
    Spoil("TT-24.border", "plan", _bordered_head, "CỘNG HÒA"),
    Spoil("TT-24.wide", "plan", _wide_table, "Chỉ tiêu"),
    Spoil("TT-25.order", "decision", _subject_first, "Về việc"),
    Spoil("TT-21.nfc", "plan", _insert_body("Ca\u0301c to\u0302\u0309 da\u0302n pho\u0302\u0301 thực hiện."), "Các tổ"),
    Spoil("TT-21.legacy-font", "plan", change(Part.CLAUSE, font=".VnTime"), "8. Các"),
    Spoil(
        "TT-21.legacy-text",
        "plan",
        _insert_body("NguyÔn V¨n A lµ tæ tr­ëng tæ d©n phè sè 5.".replace("\u00ad", "ö")),
        "NguyÔn",
    ),
    Spoil("TT-21.eth", "plan", _insert_body("Ðoàn Thanh niên phường thực hiện."), "Ðoàn"),
    Spoil("TT-21.invisible", "plan", _insert_body("Các tổ\u200b dân phố thực hiện."), "Các tổ"),
    Spoil("TT-21.private", "plan", _insert_body("Các tổ \ue123 dân phố thực hiện."), "Các tổ"),
    Spoil("TT-22.number", "plan", reword(_DATE, "ngày 05 tháng 3", "ngày      tháng     "), "Số: 24"),
    Spoil("TT-22.date", "plan", reword(_NUMBER, "24/", "     /"), "Phường Ngô Quyền"),
    Spoil("VH-01.line", "plan", _insert_body("- các tổ dân phố thực hiện."), "- các"),
    Spoil("VH-02.unit", "plan", _insert_body("Đơn vị kết nghĩa là quận 1 của thành phố."), "Đơn vị"),
    Spoil("VH-03.place", "plan", _insert_body("Học tập kinh nghiệm của thành phố Hồ Chí Minh."), "Học tập"),
    Spoil("VH-04.body", "plan", _insert_body("Do ủy ban nhân dân phường quyết định."), "Do ủy ban"),
    Spoil(
        "VH-05.type",
        "plan",
        _insert_body("Thực hiện theo nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ."),
        "Thực hiện",
    ),
    Spoil("VH-06.article", "plan", _insert_body("Theo khoản 2 điều 5 của Quy chế này."), "Theo khoản"),
    Spoil("VH-07.clause", "plan", _insert_body("Theo quy định tại Khoản 2 Điều 5 của Quy chế này."), "Theo quy định"),
    Spoil("VH-08.holiday", "plan", _insert_body("Chuẩn bị tết nguyên đán cho các hộ nghèo."), "Chuẩn bị"),
    Spoil("VH-09.sentence", "plan", _insert_body("Các tổ dân phố thực hiện. các đơn vị báo cáo."), "Các tổ"),
    *(Spoil("TT-25.order", name, _exchanged("head"), "Độc lập") for name in ("plan", "decision", "letter")),
    *(Spoil("TT-25.order", name, _exchanged("foot"), "Nơi nhận") for name in ("plan", "decision", "letter")),
    Spoil("TT-13.single", "letter", lambda paper: _one_addressee_below(paper), "Kính gửi:"),
    Spoil("TT-13.aligned", "letter", change(Part.ADDRESSEE, left=3000), "- Trạm Y tế"),
    Spoil("TT-14.level", "plan", lambda paper: paper.foot_left.insert(0, gap()), "Nơi nhận:"),
    Spoil("TT-26.urgency", "letter", change(Part.URGENCY, properties=""), "KHẨN"),
    Spoil("TT-26.circulation", "letter", change(Part.CIRCULATION, properties=IN_TOP_MARGIN), "LƯU HÀNH"),
    Spoil("TT-26.circulation-place", "letter", change(Part.CIRCULATION, properties=FRAME), "LƯU HÀNH"),
    Spoil(
        "TT-26.circulation-place",
        "letter",
        change(Part.CIRCULATION, properties=FRAME + _lowered(IN_TOP_MARGIN)),
        "LƯU HÀNH",
    ),
    Spoil("TT-26.urgency-place", "letter", lambda paper: _urgency_moved(paper, paper.head_right), "KHẨN"),
    Spoil("TT-26.urgency-place", "letter", lambda paper: _urgency_moved(paper, paper.body), "KHẨN"),
    Spoil("TT-26.urgency-place", "letter", lambda paper: _urgency_moved(paper, paper.head_left, 4), "KHẨN"),
    Spoil("TT-26.address", "letter", change(Part.ADDRESS, rule=False), "Địa chỉ"),
    Spoil("VH-11.special", "plan", _insert_body("Vận động các tầng lớp nhân dân tham gia."), "Vận động"),
    Spoil("VH-11.special", "plan", _insert_body("Chấp hành chủ trương của Đảng, nhà nước."), "Chấp hành"),
    Spoil("VH-12.position", "plan", _insert_body("Giao chủ tịch Nguyễn Văn A chỉ đạo."), "Giao chủ"),
    Spoil("VH-13.anniversary", "plan", _insert_body("Chào mừng ngày quốc khánh 2-9."), "Chào mừng"),
    Spoil("VH-14.lunar-year", "plan", _insert_body("Mừng xuân giáp Thìn cùng các hộ."), "Mừng xuân"),
    Spoil("VH-15.day", "plan", _insert_body("Hội nghị họp sáng thứ hai tại hội trường."), "Hội nghị"),
    Spoil("VH-16.event", "plan", _insert_body("Chào mừng Cách mạng tháng tám thành công."), "Chào mừng"),
    Spoil("VH-17.landform", "plan", _insert_body("Vệ sinh môi trường ven Sông Lục Nam."), "Vệ sinh"),
    Spoil("VH-19.nation", "plan", _insert_body("Chào mừng ngày Nhà giáo việt nam 20-11."), "Chào mừng"),
    Spoil("VH-20.office", "plan", _insert_body("Báo cáo kết quả gửi sở nội vụ tổng hợp."), "Báo cáo"),
    Spoil("VH-18.region", "plan", _insert_body("Học tập các tỉnh vùng tây bắc."), "Học tập"),
    Spoil("VH-10.state", "plan", _insert_body("Theo quy định của chính phủ về thi đua."), "Theo quy định"),
    Spoil("CU-09.hidden", "plan", _run_after("w:vanish", " chữ giấu"), "8. Các"),
    Spoil("CU-10.highlight", "plan", _run_after('w:highlight w:val="yellow"', " Thêm."), "8. Các"),
    Spoil("CU-11.date", "plan", _field("DA", "TE \\@ dd/MM/yyyy"), "8. Các"),
    Spoil("CU-12.reference", "plan", _insert_body("Xem mục Lỗi! Không tìm thấy nguồn tham chiếu."), "Xem mục"),
    Spoil("CU-13.merge", "plan", _insert_body("Kính mời ông «Ho_va_ten» đến dự hội nghị."), "Kính mời"),
    Spoil("CU-13.merge", "plan", _field("MERGE", "FIELD Ho_ten"), "8. Các"),
    Spoil("CU-15.sound", "plan", change(Part.CLAUSE, runs='<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "8. Các"),
    Spoil("CU-16.marks", "plan", change(Part.CLAUSE, runs='<w:bookmarkEnd w:id="77"/>'), "8. Các"),
    Spoil("CU-17.template", "plan", _remote_template),
    Spoil("CU-14.comment", "plan", _commented, "8. Các"),
    Spoil("CU-01.year", "plan", reword(Part.SUBJECT, "2024", "2023"), "năm 2023"),
    Spoil("CU-01.year", "plan", _insert_body("Các đơn vị báo cáo trước ngày 15 tháng 11 năm 2023."), "Các đơn vị"),
    Spoil("CU-02.place", "decision", lambda paper: _in_2025(paper), "PHƯỜNG NGÔ QUYỀN"),
    Spoil("CU-03.official", "plan", lambda paper: None, "Vũ Trí Khánh"),
    Spoil(
        "CU-04.law",
        "plan",
        _insert_body("Thực hiện Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ."),
        "Thực hiện",
    ),
    Spoil(
        "CU-05.future",
        "plan",
        _insert_body("Thực hiện Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ."),
        "Thực hiện",
    ),
    Spoil("CU-08.basis", "plan", reword_first(Part.LEGAL_BASIS, "năm 2022", "năm 2024"), "Căn cứ Luật"),
    Spoil("CU-06.leftover", "plan", _insert_body("Các đơn vị gồm […] và các hộ dân."), "Các đơn vị"),
    Spoil("CU-07.tracked", "plan", _tracked, "1. Các bộ phận"),
]


def _end(paper: Paper) -> None:
    para = next(para for para in paper.body if "Phụ lục kèm theo" in para.text)
    para.text = para.text.replace("./.", ".")


def _one_addressee_below(paper: Paper) -> None:
    """“Kính gửi:” alone, its one addressee with a dash on the line below."""
    paper.body.remove(paper.of(Part.ADDRESSEE)[1])


def _in_2025(paper: Paper) -> None:
    """A decision of the new ward that still names a ward that ended."""
    for para in paper.every():
        para.text = para.text.replace("PHƯỜNG NGÔ QUYỀN", "PHƯỜNG BẮC GIANG")
        para.text = para.text.replace(
            "Phường Ngô Quyền, ngày 15 tháng 01 năm 2024", "Bắc Giang, ngày 15 tháng 8 năm 2025"
        )
    paper.head_left[2] = rule_under("PHƯỜNG BẮC GIANG", 13, 0.4, 3400)
    paper.of(Part.CLAUSE)[0].text = "1. Quy chế này áp dụng trên địa bàn phường Ngô Quyền."


_HAND = [
    spoil if spoil.rule != "CU-02.place" else Spoil(spoil.rule, spoil.sample, spoil.change, "1. Quy chế")
    for spoil in _HAND
]
SPOILS: list[Spoil] = [*_typed(), *_HAND]
