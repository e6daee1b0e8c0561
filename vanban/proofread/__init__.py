"""Turn any Word file into findings against Nghị định 30/2020/NĐ-CP, an annotated copy and a corrected copy."""

from vanban.proofread.expectations import Expectations, TermOfOffice
from vanban.proofread.finding import LayoutFinding
from vanban.proofread.inspection import Proofreading, proofread

__all__ = ["Expectations", "LayoutFinding", "Proofreading", "TermOfOffice", "proofread"]
