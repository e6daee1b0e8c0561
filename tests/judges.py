"""Two judges of Word files that know nothing of this program: the Open XML SDK's validator and openxml-audit."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from openxml_audit import OpenXmlValidator

HOME = Path(__file__).resolve().parents[1] / ".venv" / "judge" / "node_modules" / "@xarsh"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS_LEFT_OUT = frozenset(
    f"A required relationship type '{_OFFICE}/{kind}' is missing." for kind in ("theme", "fontTable")
)
"""openxml-audit asks for parts that the standard lets a file leave out (Part 1, 11.3.10 and 14.2.7 say "may")."""


def sdk_errors(path: Path) -> list[str]:
    """What the Open XML SDK says against the file. The validator comes with tests/system-packages.sh."""
    [program] = [one for one in HOME.glob("ooxml-validator-*/ooxml-validator*") if one.suffix in ("", ".exe")]
    said = subprocess.run([program, path], capture_output=True, text=True, check=False).stdout
    answer = json.loads(said)
    assert answer["ok"] == (not answer["errors"])
    return [f"{error['path']} {error['xPath']}: {error['description']}" for error in answer["errors"]]


def audit_errors(path: Path) -> list[str]:
    """What openxml-audit says against the file."""
    errors = OpenXmlValidator().validate(path).errors
    return [f"{error.part_uri}: {error.description}" for error in errors if error.description not in PARTS_LEFT_OUT]
