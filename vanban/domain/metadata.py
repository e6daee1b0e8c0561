"""The fields that a document system must give (Nghị định 30/2020, Phụ lục VI, Phần II), in the decree's order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from vanban.domain.dossier import Dossier
from vanban.domain.register_entry import Entry

Fields: TypeAlias = "dict[str, str | int | Fields | list[Fields]]"
"""Field name of Phụ lục VI → text, number, or the fields below it. Dates are ISO text of 10 signs."""


def document_fields(entry: Entry, dossier: Dossier | None = None, position: int | None = None) -> Fields:
    """Mục I: the fields of an outgoing document; those of its dossier where it lies in one at ``position``."""
    fields: Fields = {}
    if dossier:
        fields["FileCode"] = file_code(dossier)
    if position is not None:
        fields["DocOrdinal"] = position
    fields |= {
        "TypeName": entry.type_name,
        "CodeNumber": f"{entry.ordinal:02d}",
        "CodeNotation": entry.symbol,
        "IssuedDate": entry.issued_on.isoformat(),
        "OrganName": entry.organ_name,
        "Subject": entry.subject,
        "Language": entry.language,
    }
    if entry.pages is not None:
        fields["PageAmount"] = entry.pages
    fields["Description"] = entry.note
    fields["SignerInfo"] = {"Position": entry.signer_position, "FullName": entry.signer_name}
    fields["To"] = [{"OrganId": to.organ_id, "OrganName": to.organ_name} for to in entry.recipients]
    fields["Priority"] = entry.priority
    if entry.copies is not None:
        fields["IssuedAmount"] = entry.copies
    if entry.due_on:
        fields["DueDate"] = entry.due_on.isoformat()
    return fields


def dossier_fields(dossier: Dossier, entries: Sequence[Entry], documents: int) -> Fields:
    """Mục III: the fields of a dossier that holds ``documents`` documents, of which ``entries`` are in the register."""
    days = sorted(entry.issued_on for entry in entries)
    fields: Fields = {
        "FileCode": file_code(dossier),
        "Title": dossier.title,
        "Maintenance": str(dossier.retention),
        "Rights": dossier.rights,
        "Creator": dossier.creator,
        "Language": dossier.language,
    }
    if days:
        fields["StartDate"] = days[0].isoformat()
        fields["EndDate"] = (dossier.closed_on or days[-1]).isoformat()
    fields["DocTotal"] = documents
    fields["PageTotal"] = sum(entry.pages or 0 for entry in entries)
    fields["Description"] = dossier.note
    return fields


def file_code(dossier: Dossier) -> Fields:
    """Mã hồ sơ: whose list, which year, which number."""
    return {"OrganId": dossier.organ_id, "FileCatalog": dossier.year, "FileNotation": dossier.code}


def walk(fields: Mapping[str, object]) -> Sequence[tuple[str, object]]:
    """The fields one level deep, a repeated field once per value: what one XML element holds."""
    flat: list[tuple[str, object]] = []
    for name, value in fields.items():
        flat.extend((name, item) for item in (value if isinstance(value, list) else [value]))
    return flat
