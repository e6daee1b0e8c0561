"""The committed plan says what the ward's real plan of 2024 says, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vanban.domain.document import Plan
from vanban.domain.office import LegalBasis
from vanban.domain.rows import keyed
from vanban.domain.signatory import Signatory
from vanban.domain.text_tree import Inset, numbered
from vanban.domain.wording import short_date
from vanban.ingest import read_yaml, read_yaml_list

DATA = Path(__file__).parents[2] / "data"
EXPECTED = Path(__file__).with_name("ke-hoach-2024.txt")


def plan() -> Plan:
    read = read_yaml((DATA / "2024" / "plan.yaml").read_bytes(), "2024/plan.yaml", Plan)
    assert read.value is not None, read.findings
    return read.value


def bases() -> dict[str, LegalBasis]:
    read = read_yaml_list((DATA / "office" / "legal_bases.yaml").read_bytes(), "office/legal_bases.yaml", LegalBasis)
    assert read.value is not None, read.findings
    return keyed(read.value)


def signatories() -> dict[str, Signatory]:
    read = read_yaml_list((DATA / "office" / "signatories.yaml").read_bytes(), "office/signatories.yaml", Signatory)
    assert read.value is not None, read.findings
    return keyed(read.value)


def cited(basis: LegalBasis) -> str:
    return f"{basis.type_name} số {basis.number} {short_date(basis.issued_on)} của {basis.issuer} {basis.subject}"


def printed() -> Iterator[str]:
    """Every line of the plan below its header, in order."""
    document = plan()
    yield from (f"Căn cứ {cited(bases()[key])};" for key in document.legal_bases)
    yield document.introduction or ""
    for block in numbered(document.body):
        if block.inset is Inset.TARGETS:
            yield from (f"- {target.sentence}" for target in document.targets)
        else:
            yield f"{block.label} {block.text}".strip()
    yield "./."
    yield "Nơi nhận:"
    yield from (f"- {recipient.name} ({recipient.purpose});" for recipient in document.recipients)
    yield f"- {document.retained_copy}."
    signatory = signatories()[document.signature.signatory]
    yield signatory.position.upper()
    yield signatory.name


def test_the_plan_prints_the_seed_word_for_word_in_its_order() -> None:
    assert "".join("".join(printed()).split()) == "".join(EXPECTED.read_text(encoding="utf-8").split())


def test_lines_are_joined_with_the_spaces_that_the_seed_has() -> None:
    lines = "\n".join(printed()).replace("\n./.", "./.").split("\n")
    assert lines == EXPECTED.read_text(encoding="utf-8").splitlines()


def test_the_plan_has_sixteen_targets_and_every_measure_prints_its_own_figure() -> None:
    targets = plan().targets
    figures = {
        f"{target.key}/{measure.key}": measure.planned
        for target in targets
        for measure in target.measures
        if measure.value is not None
    }
    assert len(targets) == 16
    assert sum(len(target.measures) for target in targets) == 21
    assert figures == {
        "truong-chuan-quoc-gia/so_truong": "03",
        "gia-dinh-van-hoa/ty_le": "98%",
        "to-dan-pho-van-hoa/ty_le": "80%",
        "viec-lam-moi/so_lao_dong": "172",
        "ho-ngheo/ty_le": "0,08%",
        "bao-hiem/bhyt": "99,7%",
        "bao-hiem/bhxh": "269",
        "dan-so/ty_le": "0,05%",
        "chinh-quyen-than-thien/so_sao": "04",
        "don-thu/ty_le": "100%",
        "can-bo-cong-chuc/hoan_thanh": "100%",
        "can-bo-cong-chuc/chien_si": "01 đến 02",
    }


def test_numbers_are_computed_and_never_typed() -> None:
    labels = [block.label for block in numbered(plan().body) if block.label not in ("", "-")]
    assert labels == [
        *("I.", "1.", "2."),
        *("II.", "1.", "1.1.", "1.2.", "1.3.", "1.4.", "1.5.", "1.6.", "1.7.", "1.8.", "2."),
        *("III.", "1.", "2.", "2.1.", "2.2.", "2.3.", "2.4.", "2.5.", "2.6.", "3.", "3.1.", "3.2.", "3.3.", "3.4."),
    ]
