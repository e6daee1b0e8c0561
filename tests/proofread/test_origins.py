"""Papers of other origin: recognition finds every part, and only what is really wrong is said."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.proofread.foreign import SAMPLES, WAYS
from tests.proofread.paper import build
from tests.proofread.truth import found_in, score, wanted_of
from vanban.proofread import proofread

CASES = [(way, sample) for way in WAYS for sample in SAMPLES]
_NO_RULES = {"TT-05.rule", "TT-06.issuer"}
_NO_FRAMES = {"TT-26.urgency", "TT-26.circulation", "TT-26.address"}
_NO_PLACE = "TT-26.circulation-place"
_REAL = {
    "tabs": _NO_RULES,
    "stacked": _NO_RULES,
    "line_breaks": {"TT-26.urgency"},
    "styles_only": {_NO_PLACE},
    "tracked_changes": {"CU-07.tracked"},
    "python_docx": {
        *_NO_RULES,
        "TT-05.spacing",
        "TT-06.subject",
        "TT-06.letter",
        "TT-03.missing",
        *_NO_FRAMES,
        _NO_PLACE,
    },
    "landscape_appendix": {"TT-03.missing", "TT-03.annex"},
}


@pytest.mark.parametrize(("way", "sample"), CASES)
def test_every_part_is_found_however_the_paper_is_laid_out(way: str, sample: str) -> None:
    found = score(SAMPLES[sample](), WAYS[way](SAMPLES[sample]()))
    assert found.missed == []
    assert found.wrong == []


@pytest.mark.parametrize(("way", "sample"), CASES)
def test_a_clean_paper_of_other_origin_has_no_false_finding(way: str, sample: str) -> None:
    findings = proofread(WAYS[way](SAMPLES[sample]()), name="a.docx").findings
    assert {finding.rule for finding in findings} <= _REAL.get(way, set())


@pytest.fixture(scope="module")
def by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The four papers, opened and saved again by LibreOffice."""
    folder: Path = tmp_path_factory.mktemp("office")
    for name, sample in SAMPLES.items():
        (folder / f"{name}.docx").write_bytes(build(sample()))
    command = [
        "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved"),
        *[str(folder / f"{name}.docx") for name in SAMPLES],
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {name: (folder / "saved" / f"{name}.docx").read_bytes() for name in SAMPLES}


@pytest.mark.parametrize("sample", sorted(SAMPLES))
def test_a_paper_that_libreoffice_saved_reads_the_same(by_libreoffice: dict[str, bytes], sample: str) -> None:
    data = by_libreoffice[sample]
    assert found_in(data) == wanted_of(SAMPLES[sample]())
    assert proofread(data, name="a.docx").findings == ()
