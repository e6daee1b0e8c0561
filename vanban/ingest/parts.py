"""The table of parts that a year is made of: one line for each file of the office and of the year."""

from __future__ import annotations

from vanban.ingest.year import Part

PARTS: tuple[Part, ...] = ()
