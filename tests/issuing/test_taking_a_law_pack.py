"""A law pack is taken where documents are issued: each stays judged, and provable, by the law of its day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from issuing_deeds import issued

from vanban.archive import Archive
from vanban.errors import ForeignLawPack, OlderLawPack, UnfitLawPack, VanbanError
from vanban.register import Register
from vanban.workflows.check import check
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.law_update import read_update, take_update
from vanban.workflows.proving import verify
from vanban.workspace import Workspace

INVENTED = Path(__file__).parents[1] / "law" / "invented.yaml"
OLD_WARD = """  - key: phuong-bac-giang
    type: phường
    proper_name: Bắc Giang
    level: Chủ tịch Ủy ban nhân dân cấp xã
    superior: tinh-bac-ninh
    successor: phuong-song-thuong
    valid_from: 01/7/2025
"""
OUR_WARD = """  - key: phuong-ngo-quyen
    type: phường
    proper_name: Ngô Quyền
    level: Chủ tịch Ủy ban nhân dân cấp xã
    superior: thanh-pho-bac-giang
    successor: phuong-song-thuong
"""


def pack(version: int = 1, **changes: str) -> str:
    """The invented pack, from 01/12/2024 on and for the sample's own ward."""
    text = INVENTED.read_text(encoding="utf-8").replace(OLD_WARD, OUR_WARD)
    for old, new in (
        ("01/01/2027", "01/12/2024"),
        ("31/12/2026", "30/11/2024"),
        ("15/12/2026", "15/11/2024"),
        ("[nghi-dinh-152-2025]", "[nghi-dinh-98-2023]"),
        ("[tỉnh Bắc Ninh]", "[tỉnh Bắc Ninh, tỉnh Bắc Giang]"),
        ("version: 1\ndated", f"version: {version}\ndated"),
        *changes.items(),
    ):
        assert old in text, old
        text = text.replace(old, new)
    return text


def packs_of(workspace: Workspace, kind: str) -> dict[str, int]:
    """The packs that were archived with the document of that kind, each with its version."""
    with Register.open(workspace.register, reading_only=True) as register:
        [entry] = [one for one in register.entries() if one.kind == kind]
    [item] = [one for one in entry.inputs if one.name == "law.json"]
    law = json.loads(Archive(places_of(workspace).archive).get(item))
    return {one["key"]: one["version"] for one in law["packs"]}


def test_a_pack_is_listed_taken_and_archived_with_what_it_judges(workspace: Workspace, tmp_path: Path) -> None:
    issued(workspace, "plan")
    file = tmp_path / "quy-dinh.yaml"
    file.write_text(pack(), encoding="utf-8")
    update = read_update(workspace, file)
    assert not workspace.law_pack("bac-ninh-2027").exists(), "it is listed before it is taken"
    new = [one.finding for one in update.changed if one.is_new]
    assert any("phường Ngô Quyền không còn từ ngày 01/12/2024" in finding.reason for finding in new)
    assert any("Nghị định số 98/2023/NĐ-CP" in finding.reason for finding in new)
    take_update(workspace, update)
    found = [str(finding) for finding in check(workspace).findings]
    assert [str(finding) for finding in new if str(finding) not in found] == []
    assert not any("2024/plan.yaml" in said and "Ngô Quyền không còn" in said for said in found), "issued in February"
    assert verify(places_of(workspace)).sound
    milder = pack(2, **{"percent: 90": "percent: 71", "replaces: [nghi-dinh-98-2023]": "replaces: []"})
    file.write_text(milder[: milder.index("units:")], encoding="utf-8")
    take_update(workspace, read_update(workspace, file))
    issued(workspace, "annual_report")
    assert packs_of(workspace, "plan") == {"viet-nam": 1, "bac-ninh": 1}
    assert packs_of(workspace, "annual_report") == {"viet-nam": 1, "bac-ninh": 1, "bac-ninh-2027": 2}
    assert verify(places_of(workspace)).sound


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"percent: 90": "percent: chín mươi"}, UnfitLawPack, "dòng"),
        ({"cites: [Điều 60 nghi-dinh-01-2027]": "cites: [Điều 60 nghi-dinh-99]"}, UnfitLawPack, "nghi-dinh-99"),
        ({"schema_version: 1": "schema_version: 2"}, UnfitLawPack, "kiểu tệp 1"),
        ({"name: Quy định giả định": "quy_dinh: 1\nname: Quy định giả định"}, UnfitLawPack, "quy_dinh"),
        ({"[tỉnh Bắc Ninh, tỉnh Bắc Giang]": "[tỉnh Hà Tĩnh]"}, ForeignLawPack, "tỉnh Hà Tĩnh"),
    ],
)
def test_a_damaged_or_a_foreign_pack_is_refused_whole(
    workspace: Workspace, tmp_path: Path, changes: dict[str, str], error: type[VanbanError], says: str
) -> None:
    file = tmp_path / "quy-dinh.yaml"
    file.write_text(pack(1, **changes), encoding="utf-8")
    with pytest.raises(error, match=says):
        read_update(workspace, file)
    assert workspace.law_packs() == {}


def test_a_pack_that_is_no_newer_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "quy-dinh.yaml"
    file.write_text(pack(2), encoding="utf-8")
    take_update(workspace, read_update(workspace, file))
    for version in (1, 2):
        file.write_text(pack(version), encoding="utf-8")
        with pytest.raises(OlderLawPack, match="phiên bản 2"):
            read_update(workspace, file)
