"""The tables of the register, and how older files come up to date."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x56425344
"""``VBSD``, in the header of every register file."""

_TABLES: Final = """
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY CHECK (seq >= 1),
    moment TEXT NOT NULL,
    actor TEXT NOT NULL,
    deed TEXT NOT NULL,
    body TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE series_year (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    first INTEGER NOT NULL CHECK (first >= 1),
    name TEXT NOT NULL,
    last_paper_day TEXT,
    confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
    PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE batch (
    key TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    moment TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE work (
    batch TEXT PRIMARY KEY REFERENCES batch (key),
    pid INTEGER NOT NULL,
    started TEXT NOT NULL,
    boot TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    symbol TEXT NOT NULL,
    issued_on TEXT NOT NULL CHECK (CAST(substr(issued_on, 1, 4) AS INTEGER) = year),
    state TEXT NOT NULL CHECK (state IN ('reserved', 'issued', 'void', 'paper')),
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    plan_year INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    type_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    organ_id TEXT NOT NULL,
    organ_name TEXT NOT NULL,
    signer_position TEXT NOT NULL,
    signer_name TEXT NOT NULL,
    recipients TEXT NOT NULL,
    retained_by TEXT NOT NULL,
    copies INTEGER,
    language TEXT NOT NULL,
    priority INTEGER NOT NULL,
    due_on TEXT,
    sent_on TEXT,
    note TEXT NOT NULL,
    acts_on TEXT NOT NULL,
    inputs TEXT NOT NULL,
    signed_content TEXT NOT NULL,
    batch TEXT NOT NULL REFERENCES batch (key),
    position INTEGER NOT NULL,
    pages INTEGER,
    manifest_sha256 TEXT NOT NULL CHECK (state != 'issued' OR length(manifest_sha256) = 64),
    text_sha256 TEXT NOT NULL,
    void_reason TEXT NOT NULL CHECK ((state = 'void') = (void_reason != '')),
    PRIMARY KEY (series, year, ordinal),
    UNIQUE (batch, position),
    UNIQUE (year, ordinal, symbol, organ_name),
    FOREIGN KEY (series, year) REFERENCES series_year (series, year)
) STRICT;
CREATE UNIQUE INDEX entry_document ON entry (plan_year, kind, key, revision) WHERE state IN ('reserved', 'issued');
CREATE INDEX entry_reserved ON entry (batch) WHERE state = 'reserved';
CREATE INDEX entry_day ON entry (series, issued_on) WHERE state != 'void';
CREATE INDEX entry_newest ON entry (issued_on, series, ordinal);
CREATE TABLE object (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    size INTEGER NOT NULL,
    PRIMARY KEY (series, year, ordinal, position),
    FOREIGN KEY (series, year, ordinal) REFERENCES entry (series, year, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE link (
    source_series TEXT NOT NULL,
    source_year INTEGER NOT NULL,
    source_ordinal INTEGER NOT NULL,
    relation TEXT NOT NULL CHECK (relation IN ('corrects', 'replaces', 'recalls', 'amends')),
    target_series TEXT NOT NULL,
    target_year INTEGER NOT NULL,
    target_ordinal INTEGER NOT NULL,
    PRIMARY KEY (source_series, source_year, source_ordinal, relation, target_series, target_year, target_ordinal),
    FOREIGN KEY (source_series, source_year, source_ordinal) REFERENCES entry (series, year, ordinal),
    FOREIGN KEY (target_series, target_year, target_ordinal) REFERENCES entry (series, year, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_target ON link (target_series, target_year, target_ordinal);
CREATE TABLE dossier (
    year INTEGER NOT NULL,
    code TEXT NOT NULL,
    card TEXT NOT NULL,
    closed_on TEXT,
    PRIMARY KEY (year, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE dossier_document (
    year INTEGER NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    card TEXT NOT NULL,
    PRIMARY KEY (year, code, position),
    FOREIGN KEY (year, code) REFERENCES dossier (year, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE sought (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    fields TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (series, year, ordinal),
    FOREIGN KEY (series, year, ordinal) REFERENCES entry (series, year, ordinal)
) STRICT;
"""

_SKIPPED: Final = """
CREATE TABLE skipped (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    first INTEGER NOT NULL CHECK (first >= 1),
    last INTEGER NOT NULL CHECK (last >= first),
    reason TEXT NOT NULL CHECK (reason != ''),
    PRIMARY KEY (series, year, first),
    FOREIGN KEY (series, year) REFERENCES series_year (series, year)
) STRICT, WITHOUT ROWID;
"""

_RETRACTED: Final = """
CREATE TABLE retracted (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason != ''),
    PRIMARY KEY (series, year, ordinal, position),
    FOREIGN KEY (series, year, ordinal, position) REFERENCES object (series, year, ordinal, position)
) STRICT, WITHOUT ROWID;
"""

_TAKEN_OVER: Final = """
CREATE TABLE taken_over (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    place INTEGER NOT NULL CHECK (place >= 1),
    issued_on TEXT NOT NULL CHECK (CAST(substr(issued_on, 1, 4) AS INTEGER) = year),
    batch TEXT NOT NULL REFERENCES batch (key),
    sought TEXT NOT NULL,
    card TEXT NOT NULL,
    PRIMARY KEY (series, year, ordinal, place),
    FOREIGN KEY (series, year) REFERENCES series_year (series, year)
) STRICT, WITHOUT ROWID;
"""

_INDEXED: Final = """
CREATE INDEX entry_asked ON entry (plan_year, kind, key, revision);
DROP INDEX entry_newest;
CREATE INDEX entry_newest ON entry (issued_on DESC, series, ordinal DESC);
"""
"""What giving one number and showing the newest page ask for, without a walk over every entry."""

_CHANGING: Final = ("state", "pages", "manifest_sha256", "text_sha256", "void_reason")
_FIXED: Final = tuple(
    line.split()[0]
    for line in _TABLES.partition("CREATE TABLE entry (")[2].partition(") STRICT")[0].strip().splitlines()
    if line.split()[0].islower() and line.split()[0] not in _CHANGING
)


def _same(columns: tuple[str, ...]) -> str:
    return " AND ".join(f"NEW.{column} IS OLD.{column}" for column in columns)


def _guard(table: str, deed: str, when: str = "") -> str:
    condition = f"WHEN {when} " if when else ""
    return (
        f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} {condition}"
        f"BEGIN SELECT RAISE(ABORT, 'the register forbids it'); END;\n"
    )


_TRIGGERS: Final = (
    "".join(
        _guard(table, deed)
        for table in ("journal", "series_year", "batch", "object", "link", "dossier_document")
        for deed in ("UPDATE", "DELETE")
    )
    + _guard("entry", "DELETE")
    + _guard("dossier", "DELETE")
    + _guard(
        "entry",
        "UPDATE",
        f"NOT ({_same(_FIXED)} AND (OLD.state = 'reserved' AND NEW.state IN ('issued', 'void')"
        f" OR OLD.state = 'issued' AND NEW.state = 'void' AND {_same(_CHANGING[1:4])}))",
    )
    + _guard(
        "dossier",
        "UPDATE",
        f"NOT ({_same(('year', 'code', 'card'))} AND OLD.closed_on IS NULL AND NEW.closed_on IS NOT NULL)",
    )
)

_SKIPPED_STAYS, _RETRACTED_STAYS, _TAKEN_OVER_STAYS = (
    "".join(_guard(table, deed) for deed in ("UPDATE", "DELETE")) for table in ("skipped", "retracted", "taken_over")
)

MIGRATIONS: Final = (
    _TABLES + _TRIGGERS,
    _SKIPPED + _SKIPPED_STAYS,
    _RETRACTED + _RETRACTED_STAYS,
    _TAKEN_OVER + _TAKEN_OVER_STAYS,
    _INDEXED,
)
"""Step n brings a file of version n to version n + 1; a step that has been released is never edited."""

FOLLOWING: Final = {
    "series_year": ("series", "year"),
    "batch": ("key",),
    "entry": ("series", "year", "ordinal"),
    "object": ("series", "year", "ordinal", "position"),
    "retracted": ("series", "year", "ordinal", "position"),
    "link": (
        "source_series", "source_year", "source_ordinal", "relation", "target_series", "target_year", "target_ordinal",
    ),
    "skipped": ("series", "year", "first"),
    "taken_over": ("series", "year", "ordinal", "place"),
    "dossier": ("year", "code"),
    "dossier_document": ("year", "code", "position"),
    "sought": ("series", "year", "ordinal"),
}  # fmt: skip
"""Tables that follow from the journal, with their keys. ``work`` does not: it only says who is at it."""

HASHED: Final = frozenset({("sought", "body")})
"""Columns of those tables that do not follow, only their hashes do."""
