"""Three figures of the proofreader, all in one run.

    python bench/proofread.py

How true it is: papers typed after real ones, precision and recall of findings by kind of paper, and what fixing does
to their text. How much it recognises: the tests' papers of other origin, recall and precision by part. How long it
takes: each kind of the sample year, proofread without its page, beside plain docxtpl filling in the same document.
Rounds alternate, so that a busy machine slows both.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.proofread.clerks import CLERKS  # noqa: E402
from tests.proofread.foreign import SAMPLES, WAYS  # noqa: E402
from tests.proofread.official.samples import words  # noqa: E402
from tests.proofread.truth import score  # noqa: E402
from tests.proofread.typed_papers import HANDS  # noqa: E402
from tests.proofread.typed_papers import papers as typed_papers  # noqa: E402
from vanban.domain.finding import Severity  # noqa: E402
from vanban.proofread import Expectations, fix, inspect, proofread  # noqa: E402
from vanban.word import Template  # noqa: E402
from vanban.workflows.check import check  # noqa: E402
from vanban.workflows.rendering import Composed, compose  # noqa: E402
from vanban.workspace import Workspace  # noqa: E402

ROUNDS = 9


def main() -> None:
    judgement()
    recognition()
    speed()


def judgement() -> None:
    """Findings on papers whose faults are known: how many are true, how many faults are found, by kind of paper."""
    papers = typed_papers()
    rows: dict[str, Counter[str]] = {}
    for paper in papers:
        row = rows.setdefault(paper.kind, Counter())
        read = proofread(paper.data, name=paper.name)
        found = {finding.rule for finding in read.findings}
        row["papers"] += 1
        row["named"] += read.form is paper.form
        row["found"] += len(found)
        row["true"] += len(found & (paper.planted | paper.earned))
        errors = {finding.rule for finding in read.findings if finding.severity is Severity.ERROR}
        row["errors"] += len(errors)
        row["true errors"] += len(errors & (paper.planted | paper.earned))
        row["planted"] += len(paper.planted)
        row["told"] += len(paper.planted & found)
        fixed = fix(inspect(paper.data, name=paper.name), paper.data)
        row["kept"] += words(fixed.data) == words(paper.data)
        row["once"] += not fix(inspect(fixed.data, name=paper.name), fixed.data).changes
    hands = len(HANDS) + len(CLERKS)
    _say(f"{len(papers)} papers typed after real ones, {hands} hands; rules found a paper against the truth")
    _say(
        f"{'kind':<22}{'papers':>7}{'named':>7}{'precision':>11}{'of errors':>11}{'recall':>9}{'text kept':>11}"
        f"{'fixed once':>12}"
    )
    rows["all"] = sum(rows.values(), Counter())
    for kind, row in rows.items():
        precision = row["true"] / row["found"] if row["found"] else 1.0
        of_errors = row["true errors"] / row["errors"] if row["errors"] else 1.0
        recall = row["told"] / row["planted"] if row["planted"] else 1.0
        _say(
            f"{kind:<22}{row['papers']:>7}{row['named']:>7}{precision:>11.3f}{of_errors:>11.3f}{recall:>9.3f}{row['kept']:>11}"
            f"{row['once']:>12}"
        )
    _say("")


def recognition() -> None:
    """Recall and precision over every way of laying out every sample."""
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    papers = 0
    for way in WAYS.values():
        for sample in SAMPLES.values():
            result = score(sample(), way(sample()))
            papers += 1
            for counter, lines in (
                (wanted, result.wanted), (found, result.found), (right, result.wanted & result.found),
            ):  # fmt: skip
                counter.update(str(part) for part, _ in lines.elements())
    _say(f"{papers} papers, {len(WAYS)} ways of laying out {len(SAMPLES)} samples")
    _say(f"{'part':<20}{'lines':>7}{'recall':>9}{'precision':>11}")
    for part in sorted(wanted):
        _row(part, wanted[part], found[part], right[part])
    _row("all", wanted.total(), found.total(), right.total())


def _row(name: str, wanted: int, found: int, right: int) -> None:
    _say(f"{name:<20}{wanted:>7}{right / wanted:>9.3f}{right / found if found else 0:>11.3f}")


def speed() -> None:
    """Milliseconds for one document of each kind: docxtpl fills it in, the proofreader reads it."""
    workspace = Workspace(ROOT)
    checked = check(workspace)
    assert checked.year is not None
    expected = Expectations(signing_copy=True, year=checked.year.year)
    firsts: dict[str, Composed] = {}
    for one in compose(workspace, checked.year, checked.files):
        firsts.setdefault(one.kind.name, one)
    _say(f"\n{'kind':<26}{'docxtpl ms':>11}{'proofread ms':>14}{'share':>8}")
    for name, one in firsts.items():
        data = Template.from_bytes(one.template, name=one.template_name).render(one.context)
        fill = _docxtpl(one)
        fill()
        read = partial(proofread, data, name=one.wanted.path, expected=expected)
        times = [(_timed(fill), _timed(read)) for _ in range(ROUNDS)]
        theirs, ours = (statistics.median(column) for column in zip(*times, strict=True))
        _say(f"{name:<26}{1000 * theirs:>11.1f}{1000 * ours:>14.1f}{ours / theirs:>8.2f}")


def _docxtpl(one: Composed) -> Callable[[], object]:
    """A new DocxTemplate for each document, as docxtpl's manual has it; escaping on, or it loses text."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    from vanban.word.placed_line import placed
    from vanban.word.rule import rule

    jinja = Environment(autoescape=True)
    jinja.filters |= {"rule": rule, "placed": placed}
    context = dict(one.context)

    def fill() -> bytes:
        template = DocxTemplate(io.BytesIO(one.template))
        template.render(context, jinja)
        stream = io.BytesIO()
        template.save(stream)
        return stream.getvalue()

    return fill


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
