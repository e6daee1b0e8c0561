"""The manifest: stable bytes, and no trust in what it says when read back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.batch import BuildManifest, BuiltDocument, Inputs, ManifestState, read_manifest

_SHA = {letter: letter * 64 for letter in "abcdef"}


def _entry(kind: str, key: str | None = None, **facts: Any) -> BuiltDocument:
    path = f"2024/{kind}/{key or kind}.docx"
    given = {
        "kind": kind,
        "key": key,
        "title": f"Văn bản {key}",
        "path": path,
        "pdf": path.replace(".docx", ".pdf"),
        "sha256": _SHA["a"],
        "inputs": Inputs(data="d", template="t", program="0.1.0"),
        "state": ManifestState.BUILT,
    }
    return BuiltDocument(**given | facts)


_MANIFEST = BuildManifest(
    documents=(_entry("plan"), _entry("group", "to-2"), _entry("group", "to-10", sha256=None, inputs=None)),
    prints=(_entry("print", "plan", pdf=None),),
    data={"results.xlsx": {10: "x", 2: "y"}, "groups.xlsx": {2: "z"}},
)


def test_a_manifest_reads_as_the_file_it_is_documented_to_be() -> None:
    content = json.loads(
        BuildManifest(documents=(_entry("group", "to-1", pdf_sha256=_SHA["b"], pdf_from=_SHA["a"]),)).to_bytes()
    )
    assert content == {
        "version": 1,
        "documents": [
            {
                "kind": "group",
                "key": "to-1",
                "title": "Văn bản to-1",
                "path": "2024/group/to-1.docx",
                "pdf": "2024/group/to-1.pdf",
                "sha256": _SHA["a"],
                "pdf_sha256": _SHA["b"],
                "pdf_from": _SHA["a"],
                "inputs": {"data": "d", "template": "t", "program": "0.1.0"},
                "state": "built",
            }
        ],
        "prints": [],
        "data": {},
    }


def test_a_manifest_is_the_same_bytes_for_the_same_facts_in_any_order() -> None:
    shuffled = BuildManifest(
        documents=_MANIFEST.documents[::-1],
        prints=_MANIFEST.prints,
        data={"groups.xlsx": {2: "z"}, "results.xlsx": {2: "y", 10: "x"}},
    )
    assert shuffled.to_bytes() == _MANIFEST.to_bytes()
    text = _MANIFEST.to_bytes().decode()
    assert "Văn bản to-2" in text
    assert text.index('"2": "y"') < text.index('"10": "x"')


def test_a_manifest_read_back_says_the_same() -> None:
    again, warning = read_manifest(_MANIFEST.to_bytes())
    assert warning is None
    assert again.to_bytes() == _MANIFEST.to_bytes()
    assert again.data == _MANIFEST.data


def test_where_there_is_no_manifest_nothing_was_built() -> None:
    assert read_manifest(None) == (BuildManifest(), None)


def _with(change: dict[str, Any]) -> bytes:
    content = json.loads(_MANIFEST.to_bytes())
    content["documents"][0] |= change
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        _MANIFEST.to_bytes()[:-40],
        _MANIFEST.to_bytes().replace(b'"version": 1', b'"version": 2'),
        _with({"unknown": 1}),
        _with({"sha256": "short"}),
        _with({"sha256": 5}),
        _with({"state": "lost"}),
        _with({"inputs": {"data": "d"}}),
        *(
            _with({field: path})
            for field in ("path", "pdf")
            for path in ("", "/etc/passwd", "../x.docx", "a/../../x", "C:/x", "a\\..\\x", "//server/x", "a\0b", ".")
        ),
    ],
)
def test_a_damaged_or_hostile_manifest_counts_as_none_with_a_warning(data: bytes) -> None:
    manifest, warning = read_manifest(data, file="output/manifest.json")
    assert manifest == BuildManifest()
    assert str(warning) == (
        "Tệp “output/manifest.json”: Sổ ghi các tệp đã dựng bị hỏng nên được lập lại từ đầu. Cách sửa: "
        "Không cần làm gì: tệp đúng như chương trình dựng thì được nhận lại, tệp khác được coi là sửa tay."
    )


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_manifest_or_a_warning(data: bytes) -> None:
    manifest, warning = read_manifest(data)
    assert warning is not None or manifest.version == 1


def test_an_entry_is_named_as_on_the_command_line() -> None:
    assert [entry.name for entry in _MANIFEST.documents] == ["plan", "group/to-2", "group/to-10"]
