"""Turn a Word template and a context into the bytes of a Word file; read any Word file back as text."""

from vanban.word.docxtpl_pass import Bound
from vanban.word.lint import FieldRow, fields, lint
from vanban.word.merge_letter import MergeLetter, merge_letter
from vanban.word.outline import outline
from vanban.word.paper import read_paper
from vanban.word.plain import text_of
from vanban.word.shown_context import shown_context
from vanban.word.template import Template

__all__ = [
    "Bound",
    "FieldRow",
    "MergeLetter",
    "Template",
    "fields",
    "lint",
    "merge_letter",
    "outline",
    "read_paper",
    "shown_context",
    "text_of",
]
