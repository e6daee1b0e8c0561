"""What each kind of finished paper says of the nominees, read back from its lines and tables. Pure.

``SOURCES`` is the table: where in which kind of paper names stand, and how they are read. ``RELATIONS`` says which of
these must name the same nominees. A paper that names its nominees at two places has two sources.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from vanban.domain.agreement import Account, Counterparts, Coverage, Mention, Reading, StatedCount, StatedFact, Topic
from vanban.domain.paper import Paper, PaperLine
from vanban.domain.post import full_title
from vanban.domain.wording import count
from vanban.kinds.readback.account_awards import award_list, certificate, fact_of, money
from vanban.kinds.readback.account_numbers import citations, issuer_of, own_number
from vanban.kinds.readback.account_tables import NOUNS, in_tables

_AWARD_LINE: Final = re.compile(
    r"(?:\d+\. )?(?:[^“”]*?\b)?(?:[Dd]anh hiệu|[Hh]ình thức) (?P<award>.+?) cho (?P<count>[\d.]+) "
    rf"(?P<receiver>{NOUNS})(?:, gồm)?:"
)
_GROUP_LINE: Final = re.compile(
    r"\d+\. (?:Danh hiệu|Hình thức) (?P<award>.+?) cho (?P<count>[\d.]+) "
    rf"(?P<receiver>{NOUNS}):"
)
_SUMMARY_LINE: Final = re.compile(
    r"Tóm tắt thành tích của (?:(?:ông|bà) (?P<name>[^,]+), (?P<position>.+)|(?P<unit>.+)):"
)
_TOTAL: Final = re.compile(rf"([\d.]+) ({NOUNS})")
_PERSON: Final = re.compile(r"(?:Ông|Bà) ([^,]+)(?:, (.+))?")
_VERDICT: Final = re.compile(
    r"- (?:Ông |Bà )?(?P<name>.+?), (?P<award>“[^”]+”|[^,:]+): (?P<votes>\d+)/\d+ phiếu đồng ý"
)
_ASKED: Final = re.compile(r"Đề nghị tặng (?:danh hiệu )?(.+?) năm \d{4}")
_STRENGTH: Final = re.compile(r"Tổng số cán bộ, công chức, người lao động: ([\d.]+) người\.?")
_LABELS: Final[Mapping[str, Topic]] = {
    "Ngày, tháng, năm sinh": Topic.BORN_ON,
    "Giới tính": Topic.GENDER,
    "Danh hiệu đăng ký": Topic.REGISTERED,
}

Mentions = tuple[tuple[Mention, ...], tuple[StatedCount, ...]]


def bare(text: str) -> str:
    """``text`` without quotation marks and the stops at its end."""
    return text.strip(" “”").rstrip(" ;./")


def _reading(paper: Paper, line: PaperLine, value: str) -> Reading:
    return Reading(value=value, file=paper.file, place=line.place)


def award_lines(paper: Paper) -> Mentions:
    """``1. Danh hiệu “…” cho 02 cá nhân, gồm:`` and the items under it, as in a submission."""
    mentions: list[Mention] = []
    counts: list[StatedCount] = []
    for position, line in enumerate(paper.lines):
        if head := _AWARD_LINE.search(line.text):
            items = list(_items(paper.lines[position + 1 :]))
            mentions += [_listed(paper, item, head["receiver"], bare(head["award"])) for item in items]
            stated = _reading(paper, line, head["count"])
            named = Reading(value=count(len(items)), file=paper.file, place=f"đếm các dòng sau {line.place}")
            counts.append(
                StatedCount(receiver=f"{bare(head['award'])}, {head['receiver']}", stated=stated, named=named)
            )
    return tuple(mentions), tuple(counts)


def _items(lines: tuple[PaperLine, ...]) -> Iterator[PaperLine]:
    for line in lines:
        if not line.text.startswith("- "):
            return
        yield line


def _listed(paper: Paper, line: PaperLine, receiver: str, award: str) -> Mention:
    text = bare(line.text.removeprefix("- "))
    person = _PERSON.fullmatch(text)
    facts = [(Topic.AWARD, award)]
    if person and person[2]:
        facts.append((Topic.POSITION, person[2]))
    return _mention(paper, line, person[1] if person else text, receiver, facts)


def _mention(paper: Paper, line: PaperLine, name: str, receiver: str, facts: list[tuple[Topic, str]]) -> Mention:
    return Mention(
        name=_reading(paper, line, name),
        receiver=receiver,
        facts=tuple(StatedFact(topic=topic, reading=_reading(paper, line, value)) for topic, value in facts),
    )


def tables(paper: Paper) -> Mentions:
    """The rows of every table that has a column of names; totals of the sentence that counts them."""
    mentions = in_tables(paper)
    counts: list[StatedCount] = []
    for line in paper.lines:
        if line.text.startswith("Danh sách này có "):
            for number, receiver in _TOTAL.findall(line.text):
                rows = [mention for mention in mentions if mention.receiver == receiver]
                named = Reading(value=count(len(rows)), file=paper.file, place="đếm các dòng của bảng")
                counts.append(StatedCount(receiver=receiver, stated=_reading(paper, line, number), named=named))
    return mentions, tuple(counts)


def proposed(paper: Paper) -> Mentions:
    """The rows of the tables under ``1. Hình thức … cho 02 cá nhân:``, against the number in each of these lines."""
    mentions, _ = tables(paper)
    counts = []
    for line in paper.lines:
        if head := _GROUP_LINE.fullmatch(line.text):
            award, sort = bare(head["award"]), head["receiver"]
            rows = [one for one in mentions if (one.receiver, fact_of(one, Topic.AWARD)) == (sort, award)]
            named = Reading(value=count(len(rows)), file=paper.file, place="đếm các dòng của bảng")
            counts.append(
                StatedCount(receiver=f"{award}, {sort}", stated=_reading(paper, line, head["count"]), named=named)
            )
    return mentions, tuple(counts)


def summarised(paper: Paper) -> Mentions:
    """``Tóm tắt thành tích của ông …, …:`` over the summary of an achievement."""
    found = [(line, head) for line in paper.lines if (head := _SUMMARY_LINE.fullmatch(line.text))]
    return tuple(
        _mention(
            paper,
            line,
            head["name"] or head["unit"],
            "cá nhân" if head["name"] else "",
            [(Topic.POSITION, head["position"])] if head["name"] else [],
        )
        for line, head in found
    ), ()


def verdicts(paper: Paper) -> Mentions:
    """``- Ông …, “Chiến sĩ thi đua cơ sở”: 8/9 phiếu đồng ý``: the conclusion of the council's minutes."""
    found = [(line, verdict) for line in paper.lines if (verdict := _VERDICT.match(line.text))]
    return tuple(
        _mention(
            paper,
            line,
            verdict["name"],
            "",
            [(Topic.AWARD, bare(verdict["award"])), (Topic.VOTES, verdict["votes"])],
        )
        for line, verdict in found
    ), ()


def report_title(paper: Paper) -> Mentions:
    """The nominee under the title of an achievement report, with the award asked for."""
    for asked, nominee in zip(paper.lines, paper.lines[1:], strict=False):
        if award := _ASKED.fullmatch(asked.text):
            mention = _mention(paper, nominee, nominee.text, "", [(Topic.AWARD, bare(award[1]))])
            return (mention.model_copy(update={"facts": (*mention.facts, *_strength(paper))}),), ()
    return (), ()


def _strength(paper: Paper) -> Iterator[StatedFact]:
    """How many people a collective's report says that it has."""
    for line in paper.lines:
        if said := _STRENGTH.fullmatch(line.text):
            yield StatedFact(topic=Topic.MEMBERS, reading=_reading(paper, line, said[1]))


def labelled(paper: Paper) -> Mentions:
    """``- Họ và tên: …`` and the labelled facts under it: a person's report or form."""
    found: dict[str, PaperLine] = {}
    for line in paper.lines:
        label, colon, _ = line.text.removeprefix("- ").partition(": ")
        if colon:
            found.setdefault(label, line)
    if "Họ và tên" not in found:
        return (), ()
    value = {label: line.text.partition(": ")[2].rstrip(" .") for label, line in found.items()}
    facts = [
        StatedFact(topic=topic, reading=_reading(paper, found[label], bare(value[label])))
        for label, topic in _LABELS.items()
        if value.get(label)
    ]
    if "Chức vụ" in value:
        place = full_title(value["Chức vụ"], value.get("Đơn vị công tác", ""))
        facts.append(StatedFact(topic=Topic.POSITION, reading=_reading(paper, found["Chức vụ"], place)))
    name = _reading(paper, found["Họ và tên"], value["Họ và tên"])
    return (Mention(name=name, receiver="cá nhân", facts=tuple(facts)),), ()


def signed_by_nominee(paper: Paper) -> Mentions:
    """The name under a person's own report or form: the right signature."""
    if not any(line.text.startswith("- Họ và tên: ") for line in paper.lines) or not paper.tables:
        return (), ()
    last = paper.tables[-1]
    name = last.rows[-1][-1] if last.rows and last.rows[-1] else ""
    place = f"bảng {last.ordinal} (chữ ký), dòng {len(last.rows)}"
    reading = Reading(value=name, file=paper.file, place=place)
    return ((Mention(name=reading, receiver="cá nhân"),), ()) if name else ((), ())


SOURCES: Final[tuple[tuple[str, str, Callable[[Paper], Mentions]], ...]] = (
    ("individual_registration", "individual_registration", labelled),
    ("individual_registration.signature", "individual_registration", signed_by_nominee),
    ("registration_summary", "registration_summary", tables),
    ("counting_minutes", "counting_minutes", tables),
    ("council_minutes", "council_minutes", tables),
    ("council_minutes.conclusion", "council_minutes", verdicts),
    ("submission", "submission", award_lines),
    ("nominee_list", "nominee_list", tables),
    ("achievement_report", "achievement_report", report_title),
    ("achievement_report.background", "achievement_report", labelled),
    ("achievement_report.signature", "achievement_report", signed_by_nominee),
    ("decision", "decision", award_lines),
    ("decision.money", "decision", money),
    ("award_list", "award_list", award_list),
    ("award_list.money", "award_list", money),
    ("certificate", "certificate", certificate),
    ("announcement", "announcement", award_lines),
    ("announcement.money", "announcement", money),
    ("campaign_minutes", "campaign_minutes", tables),
    ("campaign_minutes.conclusion", "campaign_minutes", verdicts),
    ("sudden_minutes", "sudden_minutes", tables),
    ("sudden_minutes.conclusion", "sudden_minutes", verdicts),
    ("campaign_submission", "campaign_submission", proposed),
    ("campaign_decision", "campaign_decision", award_lines),
    ("campaign_decision.money", "campaign_decision", money),
    ("sudden_submission", "sudden_submission", proposed),
    ("sudden_submission.summary", "sudden_submission", summarised),
    ("sudden_decision", "sudden_decision", award_lines),
    ("sudden_decision.money", "sudden_decision", money),
    ("annual_report", "annual_report", award_lines),
)
"""Source, kind of document, how it is read."""

_EQUAL, _WITHIN, _COMMON = Coverage.EQUAL, Coverage.WITHIN, Coverage.COMMON

RELATIONS: Final[tuple[Counterparts, ...]] = tuple(
    Counterparts(left=left, right=right, coverage=coverage)
    for left, right, coverage in (
        ("individual_registration.signature", "individual_registration", _EQUAL),
        ("registration_summary", "individual_registration", _COMMON),
        ("registration_summary", "nominee_list", _COMMON),
        ("individual_registration", "nominee_list", _COMMON),
        ("submission", "nominee_list", _EQUAL),
        ("achievement_report", "nominee_list", _COMMON),
        ("achievement_report", "council_minutes", _WITHIN),
        ("achievement_report.background", "achievement_report", _WITHIN),
        ("achievement_report.background", "nominee_list", _COMMON),
        ("achievement_report.signature", "achievement_report", _WITHIN),
        ("counting_minutes", "council_minutes", _WITHIN),
        ("council_minutes.conclusion", "council_minutes", _EQUAL),
        ("nominee_list", "council_minutes", _WITHIN),
        ("submission", "council_minutes", _WITHIN),
        ("decision", "award_list", _WITHIN),
        ("decision", "council_minutes", _WITHIN),
        ("decision.money", "award_list.money", _COMMON),
        ("announcement.money", "decision.money", _COMMON),
        ("announcement", "award_list", _WITHIN),
        ("announcement", "decision", _EQUAL),
        ("certificate", "award_list", _EQUAL),
        ("certificate", "council_minutes", _COMMON),
        ("award_list", "council_minutes", _COMMON),
        ("award_list", "individual_registration", _COMMON),
        ("annual_report", "nominee_list", _COMMON),
        ("campaign_minutes.conclusion", "campaign_minutes", _EQUAL),
        ("campaign_submission", "campaign_minutes", _WITHIN),
        ("sudden_minutes.conclusion", "sudden_minutes", _EQUAL),
        ("sudden_submission", "sudden_minutes", _WITHIN),
        ("campaign_submission", "award_list", _EQUAL),
        ("campaign_decision", "award_list", _WITHIN),
        ("campaign_decision.money", "award_list.money", _COMMON),
        ("sudden_submission.summary", "sudden_submission", _EQUAL),
        ("sudden_submission", "award_list", _EQUAL),
        ("sudden_decision", "award_list", _WITHIN),
        ("sudden_decision.money", "award_list.money", _COMMON),
    )
)
"""Every pair of sources that speak of the same nominees."""

PROVED: Final = frozenset(kind for _, kind, _ in SOURCES)
"""The kinds whose nominees are compared."""


def accounts(kind: str, title: str, paper: Paper, dossier: str = "") -> tuple[Account, ...]:
    """What the paper of that dossier says, an account for each of its sources; number and citations with the first."""
    readers = [(source, read) for source, of_kind, read in SOURCES if of_kind == kind]
    made = []
    for source, read in readers or [(kind, lambda paper: ((), ()))]:
        mentions, counts = read(paper)
        made.append(
            Account(kind=source, file=paper.file, title=title, dossier=dossier, mentions=mentions, counts=counts)
        )
    numbers = {"issuer": issuer_of(paper), "number": own_number(paper), "citations": citations(paper)}
    return (made[0].model_copy(update=numbers), *made[1:])
