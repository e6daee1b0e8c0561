"""The width table equals a font that is metric-compatible with Times New Roman, and lines break where they must."""

from __future__ import annotations

import itertools
import struct
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain import typeface
from vanban.domain.measure import pt

EM = pt(2048)
WORDS = st.lists(st.text("aăâbcdđeêghioơuư.;", min_size=1, max_size=12), min_size=0, max_size=12)


class Metrics:
    """Advance widths read from a TrueType file: hmtx by way of cmap format 4."""

    def __init__(self, file: Path) -> None:
        self.data = file.read_bytes()
        count = struct.unpack_from(">H", self.data, 4)[0]
        records = (struct.unpack_from(">4sIII", self.data, 12 + 16 * number) for number in range(count))
        self.tables = {tag.decode(): offset for tag, _, offset, _ in records}
        self.units = struct.unpack_from(">H", self.data, self.tables["head"] + 18)[0]
        self.long = struct.unpack_from(">H", self.data, self.tables["hhea"] + 34)[0]
        self.glyphs = dict(self._characters())

    def _characters(self) -> list[tuple[int, int]]:
        start = self.tables["cmap"]
        count = struct.unpack_from(">H", self.data, start + 2)[0]
        offsets = [start + struct.unpack_from(">HHI", self.data, start + 4 + 8 * n)[2] for n in range(count)]
        (table,) = {offset for offset in offsets if struct.unpack_from(">H", self.data, offset)[0] == 4}
        segments = struct.unpack_from(">H", self.data, table + 6)[0] // 2
        ends, starts, deltas, ranges = (
            struct.unpack_from(f">{segments}H", self.data, table + 14 + 2 * segments * part + (2 if part else 0))
            for part in range(4)
        )
        found = []
        for segment in range(segments):
            for code in range(starts[segment], ends[segment] + 1):
                glyph = code
                if ranges[segment]:
                    at = table + 16 + 6 * segments + 2 * segment + ranges[segment] + 2 * (code - starts[segment])
                    glyph = struct.unpack_from(">H", self.data, at)[0] if at + 2 <= len(self.data) else 0
                found.append((code, (glyph + deltas[segment]) % 65536))
        return found

    def width(self, character: str) -> int:
        glyph = min(self.glyphs[ord(character)], self.long - 1)
        advance: int = struct.unpack_from(">H", self.data, self.tables["hmtx"] + 4 * glyph)[0]
        return advance * 2048 // self.units


def font(style: str) -> Metrics:
    pattern = f"Liberation Serif:style={style}"
    found = subprocess.run(["fc-match", "-f", "%{file}", pattern], capture_output=True, check=True, text=True)
    return Metrics(Path(found.stdout))


def alphabet() -> list[str]:
    """Every letter of Vietnamese with every tone, and every other character that documents use."""
    vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    toned = [
        unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in "\u0300\u0301\u0303\u0309\u0323"
    ]
    ascii_characters = [chr(code) for code in range(32, 127)]
    return [*ascii_characters, *toned, *vowels, *"đĐ–…“”‘’\u00a0"]


@pytest.mark.parametrize(("style", "bold"), [("Regular", False), ("Bold", True)])
def test_every_character_is_as_wide_as_in_the_font(style: str, bold: bool) -> None:
    metrics = font(style)
    wrong = {
        character: (round(typeface.width(character, EM, bold=bold).points), metrics.width(character))
        for character in alphabet()
        if round(typeface.width(character, EM, bold=bold).points) != metrics.width(character)
    }
    assert wrong == {}


def test_decomposed_letters_are_as_wide_as_composed_ones() -> None:
    text = "Độc lập - Tự do - Hạnh phúc, phường Ngô Quyền, Ủy ban"
    assert typeface.width(unicodedata.normalize("NFD", text), pt(13)) == typeface.width(text, pt(13))


def test_width_grows_with_the_size_and_with_bold() -> None:
    text = "Tổ chức phát động phong trào thi đua năm 2024"
    assert typeface.width(text, pt(28)).points == pytest.approx(2 * typeface.width(text, pt(14)).points)
    assert typeface.width(text, pt(14), bold=True) > typeface.width(text, pt(14))


def test_an_unknown_character_counts_as_a_digit() -> None:
    assert typeface.width("漢", pt(13)) == typeface.width("0", pt(13))


@given(WORDS, st.integers(1, 300))
def test_lines_hold_all_words_in_order_and_only_a_lone_word_is_wider_than_the_column(
    words: list[str], column: int
) -> None:
    lines = typeface.wrap(" ".join(words), pt(14), pt(column))
    assert " ".join(lines).split() == words
    assert all(typeface.width(line, pt(14)) <= pt(column) or " " not in line for line in lines)


@given(WORDS, st.integers(1, 300))
def test_no_line_could_have_taken_the_next_word(words: list[str], column: int) -> None:
    lines = typeface.wrap(" ".join(words), pt(14), pt(column))
    for line, following in itertools.pairwise(lines):
        assert typeface.width(f"{line} {following.split()[0]}", pt(14)) > pt(column)


def test_the_longest_line_decides_and_no_line_has_no_width() -> None:
    assert typeface.longest(["ỦY BAN NHÂN DÂN", "PHƯỜNG NGÔ QUYỀN"], pt(13), bold=True) == typeface.width(
        "PHƯỜNG NGÔ QUYỀN", pt(13), bold=True
    )
    assert typeface.longest([], pt(13)) == pt(0)
