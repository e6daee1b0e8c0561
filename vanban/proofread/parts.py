"""The parts of an administrative document (ô số 1 to 14) as they were found in a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from vanban.law.document_types import DocumentType
from vanban.law.nd30 import Part
from vanban.law.other_papers import OtherSystem
from vanban.proofread.facts import DrawnLine, Paragraph
from vanban.proofread.lines import PrintedLine


class Form(StrEnum):
    """What kind of paper a file is, for the rules that bind it."""

    NAMED = "named"
    LETTER = "letter"
    ATTACHED = "attached"
    APPENDIX = "appendix"
    CERTIFICATE = "certificate"
    NORMATIVE = "normative"
    OTHER_SYSTEM = "other_system"
    APPLICATION = "application"
    BLANK = "blank"
    FOREIGN = "foreign"


@dataclass(slots=True, eq=False)
class BodyLine:
    """One paragraph of the content with the part that it is; ``depth`` counts the numbers of a khoản (1.2. is 2)."""

    paragraph: Paragraph
    part: Part
    depth: int = 0


@dataclass(slots=True, eq=False)
class SignatureBlock:
    """Who signs: authority and position in capitals, then the name; ``other_position`` stands above the name."""

    capacity: list[PrintedLine] = field(default_factory=list)
    position: list[PrintedLine] = field(default_factory=list)
    other_position: list[PrintedLine] = field(default_factory=list)
    name: list[PrintedLine] = field(default_factory=list)

    @property
    def lines(self) -> list[PrintedLine]:
        """Every line, from the top."""
        return [*self.capacity, *self.position, *self.other_position, *self.name]


@dataclass(slots=True, eq=False)
class Appendix:
    """One appendix: its heading, title, reference and the paragraphs below them."""

    heading: PrintedLine | None
    title: list[PrintedLine]
    reference: list[PrintedLine]
    paragraphs: list[Paragraph]

    @property
    def named(self) -> list[PrintedLine]:
        """The lines of its name: below the type of an attached text without “Phụ lục” stands its subject."""
        return self.title if self.heading is not None else self.title[:1]


@dataclass(slots=True, eq=False)
class Copied:
    """The block of a copy on paper (Phụ lục I, Phần II): what it says that it is, its other parts, the line above."""

    form: PrintedLine
    parts: Recognised
    line: DrawnLine | None


@dataclass(slots=True, eq=False)
class Recognised:
    """A file's parts. Lists are empty where a part was not found.

    ``subject_in_title``: the type's line says the subject too; ``system``: whose rules bind it, if not the State's.
    """

    form: Form
    document_type: DocumentType | None = None
    state_name: list[PrintedLine] = field(default_factory=list)
    motto: list[PrintedLine] = field(default_factory=list)
    parent_body: list[PrintedLine] = field(default_factory=list)
    issuer: list[PrintedLine] = field(default_factory=list)
    number: list[PrintedLine] = field(default_factory=list)
    place_and_date: list[PrintedLine] = field(default_factory=list)
    type_name: list[PrintedLine] = field(default_factory=list)
    subject: list[PrintedLine] = field(default_factory=list)
    letter_subject: list[PrintedLine] = field(default_factory=list)
    authority: list[PrintedLine] = field(default_factory=list)
    enacting: list[PrintedLine] = field(default_factory=list)
    reference: list[PrintedLine] = field(default_factory=list)
    addressees_word: list[PrintedLine] = field(default_factory=list)
    addressees: list[PrintedLine] = field(default_factory=list)
    legal_bases: list[PrintedLine] = field(default_factory=list)
    body: list[BodyLine] = field(default_factory=list)
    data_tables: list[Paragraph] = field(default_factory=list)
    signatures: list[SignatureBlock] = field(default_factory=list)
    recipients_title: list[PrintedLine] = field(default_factory=list)
    recipients: list[PrintedLine] = field(default_factory=list)
    urgency: list[PrintedLine] = field(default_factory=list)
    circulation: list[PrintedLine] = field(default_factory=list)
    secrecy: list[PrintedLine] = field(default_factory=list)
    drafts: list[PrintedLine] = field(default_factory=list)
    samples: list[PrintedLine] = field(default_factory=list)
    signed: list[PrintedLine] = field(default_factory=list)
    drafter: list[PrintedLine] = field(default_factory=list)
    address: list[PrintedLine] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)
    motto_rule: DrawnLine | None = None
    issuer_rule: DrawnLine | None = None
    subject_rule: DrawnLine | None = None
    subject_in_title: bool = False
    system: OtherSystem | None = None
    copy: Copied | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it says itself that it is a draft."""
        return bool(self.drafts)

    @property
    def is_decision(self) -> bool:
        """Whether it enacts articles under its legal bases (Mẫu 1.1 to 1.3)."""
        return self.document_type is not None and self.document_type.code in ("QĐ", "NQ")

    @property
    def is_minutes(self) -> bool:
        """Whether it is a biên bản (Mẫu 1.9)."""
        return self.document_type is not None and self.document_type.code == "BB"

    @property
    def is_administrative(self) -> bool:
        """Whether it is one of the kinds of Điều 7."""
        return self.form in (Form.NAMED, Form.LETTER)

    def by_part(self) -> dict[Part, list[PrintedLine]]:
        """The lines of head and foot by the part whose row of Mục V binds them."""
        return {
            Part.STATE_NAME: self.state_name,
            Part.MOTTO: self.motto,
            Part.PARENT_BODY: self.parent_body,
            Part.ISSUER: self.issuer,
            Part.NUMBER: self.number,
            Part.PLACE_AND_DATE: self.place_and_date,
            Part.TYPE_NAME: self.type_name,
            Part.SUBJECT: self.subject,
            Part.LETTER_SUBJECT: self.letter_subject,
            Part.ADDRESSEE: [*self.addressees_word, *self.addressees],
            Part.LEGAL_BASIS: self.legal_bases,
            Part.SIGNING_CAPACITY: [line for block in self.signatures for line in block.capacity],
            Part.POSITION: [line for block in self.signatures for line in (*block.position, *block.other_position)],
            Part.SIGNER_NAME: [line for block in self.signatures for line in block.name],
            Part.RECIPIENTS_TITLE: self.recipients_title,
            Part.RECIPIENT: self.recipients,
            Part.APPENDIX: [found.heading for found in self.appendices if found.heading],
            Part.APPENDIX_TITLE: [line for found in self.appendices for line in found.named],
            Part.APPENDIX_REFERENCE: [*self.reference, *(line for a in self.appendices for line in a.reference)],
            Part.URGENCY: self.urgency,
            Part.CIRCULATION: self.circulation,
            Part.DRAFTER: self.drafter,
            Part.ADDRESS: self.address,
        }


def first_line(lines: Iterable[PrintedLine]) -> PrintedLine | None:
    """The first of ``lines``, if there is one."""
    return next(iter(lines), None)
