"""The papers of a nominee's dossier as its index names them: number and day where they are issued, blanks otherwise."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from vanban.domain.award import EmulationTitle, quoted
from vanban.domain.dossier import DossierDocument
from vanban.domain.nomination import Nomination
from vanban.domain.numbering import numbering_of, type_of
from vanban.domain.receiver import RECEIVER_PARTS, receiver
from vanban.domain.rows import those
from vanban.domain.wording import lower_first
from vanban.domain.year import Year
from vanban.kinds.papers.achievement_report import headline as report_headline
from vanban.kinds.parts.reference import issuer_of, number_of
from vanban.law.nomination_dossier import DossierSource, sources

_CITED: Final = re.compile(
    r"(?P<type>\D+?) số (?P<number>\S+),? ngày (?P<day>\d{1,2})(?: tháng |/)(?P<month>\d{1,2})(?: năm |/)"
    r"(?P<year>\d{4})(?: của (?P<author>.+))?"
)
"""A decision as the data cite it."""


def dossier_title(year: Year, row: Nomination) -> str:
    """``Đề nghị tặng danh hiệu “Chiến sĩ thi đua cơ sở” năm 2024``."""
    kind = "danh hiệu " if isinstance(row.award, EmulationTitle) else ""
    return f"Đề nghị tặng {kind}{quoted(row.award, year.office)} {year.year.phrase}"


def dossier_documents(year: Year, row: Nomination) -> tuple[DossierDocument, ...]:
    """Every paper of the dossier, in the order of the law's parts."""
    return tuple(_document(year, row, source) for source in sources(year, row))


def _document(year: Year, row: Nomination, source: DossierSource) -> DossierDocument:
    if source.paper:
        fields = {"number", "dated", "subject", "author", "sheets"}
        return DossierDocument(**source.paper.model_dump(include=fields))
    if source.decision:
        return _cited(source.decision)
    own = {
        "nominee_list": _list,
        "achievement_report": _report,
        "group_minutes": _group_meeting,
        "counting_minutes": _counting,
    }
    if source.kind in own:
        return own[source.kind](year, row)
    document = numbering_of(year, source.kind).documents(year)[source.key]
    return DossierDocument(
        number=str(number_of(year, source.kind, source.key)),
        dated=_issued_on(year, source.kind, source.key),
        subject=f"{type_of(year, source.kind, source.key)[0]} {lower_first(document.subject)}",
        author=issuer_of(year, document),
    )


def _cited(decision: str) -> DossierDocument:
    """Another office's decision, taken apart where it is cited as usual; else as it is written."""
    found = _CITED.fullmatch(decision.strip(" ."))
    if found is None:
        return DossierDocument(subject=f"{decision} (công nhận sáng kiến)")
    return DossierDocument(
        number=found["number"],
        dated=_date(found),
        subject=f"{found['type']} công nhận sáng kiến",
        author=found["author"] or "",
    )


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:  # a slip of the pen in the data is printed as it is: no day rather than another
        return None


def _list(year: Year, row: Nomination) -> DossierDocument:
    """The list of nominees has no number: it goes with the submission."""
    document = numbering_of(year, "submission").documents(year)[""]
    return DossierDocument(
        dated=_issued_on(year, "submission", ""),
        subject=f"Danh sách trích ngang đề nghị tặng danh hiệu thi đua, hình thức khen thưởng {year.year.phrase}",
        author=issuer_of(year, document),
        note="Kèm tờ trình",
    )


def _report(year: Year, row: Nomination) -> DossierDocument:
    nominee = receiver(year, row.nominee)
    author = ", ".join(filter(None, (nominee.name, nominee.post)))
    return DossierDocument(subject=report_headline(year, row.nominee), author=author)


def _group_meeting(year: Year, row: Nomination) -> DossierDocument:
    meeting = those(year.group_meetings, group=row.nominee)[0]
    name = year.group(meeting.group).name
    return DossierDocument(dated=meeting.day, subject=f"Biên bản họp bình xét của {name}", author=name)


def _counting(year: Year, row: Nomination) -> DossierDocument:
    """The counting of the ballots has no number: it goes with the council's minutes."""
    meeting = year.council_meeting
    return DossierDocument(
        dated=meeting.day if meeting else None,
        subject=f"Biên bản kiểm phiếu bầu danh hiệu thi đua, hình thức khen thưởng {year.year.phrase}",
        author=f"Tổ kiểm phiếu của {year.issuer(meeting.minutes.issuer).name}" if meeting else "",
        note="Kèm biên bản họp",
    )


def _issued_on(year: Year, kind: str, key: str) -> date | None:
    issued = year.issued_number(kind, key)
    return issued.issued_on if issued else None


READS: Final = (
    "office",
    "law",
    "council_meeting",
    "votes",
    "nominations",
    "achievements",
    "initiatives",
    "authorships",
    "initiative_confirmation",
    "group_meetings",
    "dossier_papers",
    "submission",
    "decision",
    *RECEIVER_PARTS,
)
"""The parts of a year on which a dossier's papers depend."""
