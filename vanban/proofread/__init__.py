"""Turn any Word file into findings against Nghị định 30/2020/NĐ-CP, an annotated copy and a corrected copy.

:mod:`.reading` finds what every paragraph and run looks like, :mod:`.recognition` which part of a document each is,
``check_*`` what the rule table of :mod:`vanban.law.layout_rules` says of them, :mod:`.annotate` and :mod:`.fix` make
the copies. With the file's PDF, :mod:`.sheets` measures the page itself.
"""

from vanban.proofread.annotate import Remark, annotate, remarked
from vanban.proofread.expectations import Expectations, OwnBody, TermOfOffice
from vanban.proofread.finding import LayoutFinding
from vanban.proofread.fix import Change, Fixed, fix, fix_tracked
from vanban.proofread.found import find_paper
from vanban.proofread.inspection import Inspected, Proofreading, inspect, proofread, report
from vanban.proofread.parts import Form
from vanban.proofread.plain_text import find_paper_in_text

__all__ = [
    "Change",
    "Expectations",
    "Fixed",
    "Form",
    "Inspected",
    "LayoutFinding",
    "OwnBody",
    "Proofreading",
    "Remark",
    "TermOfOffice",
    "annotate",
    "find_paper",
    "find_paper_in_text",
    "fix",
    "fix_tracked",
    "inspect",
    "proofread",
    "remarked",
    "report",
]
