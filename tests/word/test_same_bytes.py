"""The same template and context give the same bytes, in every process, time zone and language."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docxtpl import DocxTemplate, InlineImage
from word_files import parts_of, png, word_file

from vanban.word import Bound, Template
from vanban.word.package import Package

PROGRAM = """
import hashlib, sys
from pathlib import Path
from vanban.word import Template
template = Template.load(Path(sys.argv[1]))
groups = [{"name": f"Tổ {n}", "tags": {"b": 1, "a": 2}} for n in range(20)]
for number in range(5):
    print(hashlib.sha256(template.render({"number": number, "groups": groups})).hexdigest())
"""
DATA = word_file(
    "Số: {{ number }}",
    "{%p for g in groups %}",
    "{{ g.name|upper }}: {% for k, v in g.tags.items() %}{{ k }}={{ v }} {% endfor %}",
    "{%p endfor %}",
    header="{{ number }}",
    title="{{ number }}",
)


def test_every_process_makes_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "mẫu.docx"
    path.write_bytes(DATA)
    settings = [("0", "UTC", "C"), ("1", "Asia/Ho_Chi_Minh", "vi_VN.UTF-8"), ("random", "America/New_York", "de_DE")]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(path)],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "LC_ALL": language},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, language in settings
    }
    assert len(outputs) == 1
    assert len(set(outputs.pop().split())) == 5


def test_one_template_makes_the_same_bytes_before_and_after_others() -> None:
    template = Template.from_bytes(DATA, name="mẫu.docx")
    first = template.render({"number": 1, "groups": []})
    template.render({"number": 2, "groups": [{"name": "x", "tags": {}}]})
    assert template.render({"number": 1, "groups": []}) == first


def test_pictures_make_the_same_bytes() -> None:
    data = word_file("{{ a }}")
    digests = {
        hashlib.sha256(Template.from_bytes(data, name="mẫu.docx").render({"a": Bound(_picture)})).hexdigest()
        for _ in range(2)
    }
    assert len(digests) == 1


def _picture(template: DocxTemplate) -> InlineImage:
    return InlineImage(template, io.BytesIO(png()))


def test_the_context_is_never_changed() -> None:
    context = {"number": 1, "groups": [{"name": "x", "tags": {"a": 1}}]}
    Template.from_bytes(DATA, name="mẫu.docx").render(context)
    assert context == {"number": 1, "groups": [{"name": "x", "tags": {"a": 1}}]}


# The zip


def test_the_zip_has_fixed_times_order_and_attributes() -> None:
    data = Template.from_bytes(DATA, name="mẫu.docx").render({"number": 1, "groups": []})
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        assert package.testzip() is None
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr, entry.flag_bits, entry.compress_type) for entry in entries} == {
        (0, 0, 0, zipfile.ZIP_DEFLATED)
    }
    names = [entry.filename for entry in entries]
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2].startswith("word/")
    assert len(names) == len(set(names)) == len(parts_of(DATA))


def test_a_package_holds_what_was_put_in() -> None:
    package = Package({"a/tệp.bin": b"x" * 1000, "[Content_Types].xml": b""}, ["b.xml", "c.xml"])
    with zipfile.ZipFile(io.BytesIO(package.write([b"mot", b""]))) as written:
        assert {name: written.read(name) for name in written.namelist()} == {
            "[Content_Types].xml": b"",
            "a/tệp.bin": b"x" * 1000,
            "b.xml": b"mot",
            "c.xml": b"",
        }


def test_every_changing_part_must_be_given() -> None:
    with pytest.raises(ValueError):
        Package({}, ["a.xml", "b.xml"]).write([b""])


def test_the_local_headers_say_what_the_directory_says() -> None:
    data = Package({"a.xml": b"abc"}, ["b.xml"]).write([b"def"])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for entry in package.infolist():
            _, _, flags, method, time, date, crc, packed, size, *_ = struct.unpack_from(
                "<4s5H3L2H", data, entry.header_offset
            )
            assert (flags, method, time, date) == (0, 8, 0, 33)
            assert (crc, packed, size) == (entry.CRC, entry.compress_size, entry.file_size)
