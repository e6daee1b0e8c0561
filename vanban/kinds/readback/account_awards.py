"""What the papers of a decision on awards say of those rewarded: its list, its certificates, its money. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from vanban.domain.agreement import Mention, Reading, StatedCount, StatedFact, Topic
from vanban.domain.award import Commendation, EmulationTitle
from vanban.domain.money import in_digits, money_in_words
from vanban.domain.number_words import LARGEST
from vanban.domain.paper import Paper, PaperLine
from vanban.domain.unit_kind import UNIT_KINDS
from vanban.domain.wording import count, read_decimal
from vanban.kinds.readback.account_numbers import citations, entered_number
from vanban.kinds.readback.account_tables import NOUNS, in_tables

Mentions = tuple[tuple[Mention, ...], tuple[StatedCount, ...]]

TOTAL: Final = "Tổng số tiền thưởng"
"""Under this name the money that a paper says goes with all its awards is held against other papers."""

_RECEIVERS: Final = re.compile(rf"([\d.]+) ({NOUNS})")
_HONOURED: Final = re.compile(r"(?:Ông|Bà) (.+)")
_ENTERED: Final = re.compile(r"Số sổ vàng: ?(\S+)")
_MONEY: Final = re.compile(r"[Tt]ổng số tiền thưởng: ([\d.]+) đồng \((?:Bằng chữ: )?([^()]+)\)")


def _reading(paper: Paper, line: PaperLine, value: str) -> Reading:
    return Reading(value=value, file=paper.file, place=line.place)


def award_list(paper: Paper) -> Mentions:
    """The rows of the tables, each with its order number, against the sentence that counts them and sums them up."""
    attached = [_number(one) for one in citations(paper)[:1]]
    mentions = tuple(
        one.model_copy(update={"facts": (*one.facts, *attached)}) for one in in_tables(paper, numbered=True)
    )
    return mentions, tuple(_counted(paper, mentions))


def _receivers(mentions: Sequence[Mention]) -> int:
    """How many receivers the rows are of: one with two awards counts once, two of one name and award count twice."""
    rows = Counter((one.name.value, fact_of(one, Topic.POSITION), fact_of(one, Topic.AWARD)) for one in mentions)
    most: Counter[tuple[str, str]] = Counter()
    for (name, position, _), number in rows.items():
        most[name, position] = max(most[name, position], number)
    return most.total()


def _number(citation: Reading) -> StatedFact:
    """The decision's number and day, without its issuer, which a certificate says elsewhere."""
    value = citation.value.partition(" của ")[0]
    return StatedFact(topic=Topic.NUMBER, reading=citation.model_copy(update={"value": value}))


def _counted(paper: Paper, mentions: tuple[Mention, ...]) -> Iterator[StatedCount]:
    for line in paper.lines:
        if not line.text.startswith("Danh sách này có "):
            continue
        for number, sort in _RECEIVERS.findall(line.text.partition(";")[0]):
            receivers = _receivers([one for one in mentions if one.receiver == sort])
            named = Reading(value=count(receivers), file=paper.file, place="đếm các dòng của bảng")
            yield StatedCount(receiver=sort, stated=_reading(paper, line, number), named=named)
        if money := _MONEY.search(line.text):
            sums = sum(_dong(fact_of(one, Topic.PRIZE).removesuffix(" đồng")) or 0 for one in mentions)
            named = Reading(value=in_digits(sums), file=paper.file, place="cộng các dòng của bảng")
            yield StatedCount(receiver=TOTAL, stated=_reading(paper, line, f"{money[1]} đồng"), named=named)


def fact_of(mention: Mention, topic: Topic) -> str:
    """What a mention says of ``topic`` first; nothing where it does not."""
    return next((fact.reading.value for fact in mention.facts if fact.topic is topic), "")


def money(paper: Paper) -> Mentions:
    """The sum of all prizes, and whether its words say what its digits say."""
    mentions, counts = [], []
    for line in paper.lines:
        for said in _MONEY.finditer(line.text):
            stated = _reading(paper, line, f"{said[1]} đồng")
            fact = StatedFact(topic=Topic.PRIZE, reading=stated)
            mentions.append(Mention(name=_reading(paper, line, TOTAL), receiver="", facts=(fact,)))
            words = Reading(value=_in_words(said[1]), file=paper.file, place="đọc số tiền bằng số")
            counts.append(StatedCount(receiver="tiền bằng chữ", stated=_reading(paper, line, said[2]), named=words))
    return tuple(mentions), tuple(counts)


def _in_words(digits: str) -> str:
    dong = _dong(digits)
    return "" if dong is None or dong > LARGEST else money_in_words(dong)


def _dong(digits: str) -> int | None:
    """The sum that stands there in digits; ``None`` where it is not written as sums are."""
    try:
        return int(read_decimal(digits))
    except ValueError:
        return None


def certificate(paper: Paper) -> Mentions:
    """The receiver under the award, with award, position, order number and number of the decision."""
    given = next((at for at, line in enumerate(paper.lines) if line.text in ("TẶNG", "TẶNG DANH HIỆU")), None)
    if given is None or len(paper.lines) < given + 3:
        return (), ()
    award, named, *below = paper.lines[given + 1 :]
    person = _HONOURED.fullmatch(named.text)
    facts = [StatedFact(topic=Topic.AWARD, reading=_reading(paper, award, _award_named(award.text)))]
    if person:
        facts += [StatedFact(topic=Topic.POSITION, reading=_reading(paper, line, line.text)) for line in below[:1]]
    number = entered_number(paper)
    facts += [*_entered(paper), *([StatedFact(topic=Topic.NUMBER, reading=number)] if number else [])]
    name = _reading(paper, named, person[1] if person else named.text)
    return (Mention(name=name, receiver="cá nhân" if person else "tập thể", facts=tuple(facts)),), ()


def _award_named(capitals: str) -> str:
    """The award as the law spells it, of its capitals on a certificate."""
    known: dict[str, str] = {award.value.upper(): award.value for award in (*EmulationTitle, *Commendation)}
    known |= {title.upper(): title for kind in UNIT_KINDS if (title := kind.cultural_title)}
    return known.get(capitals, capitals)


def _entered(paper: Paper) -> Iterator[StatedFact]:
    """The order number at the foot of a certificate."""
    for table in paper.tables:
        for row in table.rows:
            for cell in row:
                if found := _ENTERED.search(cell):
                    reading = Reading(value=found[1], file=paper.file, place=f"bảng {table.ordinal}, “Số sổ vàng”")
                    yield StatedFact(topic=Topic.ORDINAL, reading=reading)
