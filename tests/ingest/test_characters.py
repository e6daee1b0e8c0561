"""Which characters data may hold, and how garbled Vietnamese is recognised without touching real names."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.legacy import _VNI, _VNI_SINGLE, TCVN3, garbling
from vanban.domain.syllable import is_syllable
from vanban.domain.text import matching_key, text_faults, tidy, tidy_lines

FAMILY_NAMES, MIDDLE_NAMES, GIVEN_NAMES = (
    line.split() for line in Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
)
NAMES = [
    " ".join(name)
    for name in itertools.islice(
        zip(itertools.cycle(FAMILY_NAMES), itertools.cycle(MIDDLE_NAMES), itertools.cycle(GIVEN_NAMES), strict=False),
        6_000,
    )
]
OTHER_TEXTS = [
    "Nguyễn Hoà Bình – Chủ tịch UBND phường",
    "Tôn Nữ Thị Ninh",
    "Y Bhin Niê",
    "H'Hen Niê",
    "K'Brêu",
    "Vla-đi-mia Pu-tin",
    "Müller",
    "Noël",
    "Citroën",
    "José María",
    "João",
    "São Tomé",
    "Chloé",
    "Zürich",
    "Öl",
    "Café Trung Nguyên",
    "kilôgam, mêtan, ôxy, xêri, côngtenơ, ôtô, phôtô, kilômét",
    "100 m² × 25 °C ± 5 µm · 3 ÷ 4 ½ § 5 © ® ™ € £",
    "Panadol®",
    "3 × 4",
    "10×20",
    "5 µm",
    "§ 5",
    "phong trào “SẠCH LÀNG, ĐẸP XÃ”",
    "“XÃ”",
    "XÃ…",
    "Thâm niên: 05 năm; đạt 99,7%",
    "HOà Bình",
    "Å",
    "Ư̆ Ơ̆ Č",
    "Tại sao? Vì thế.",
    "https://example.vn/a?b=c&d?e",
    "tel=0912?x",
    "α, β, γ và µ",
    "Москва",
    "",
]


def test_x24_real_names_and_texts_are_never_taken_for_garbled() -> None:
    assert len(set(NAMES)) > 5_000
    assert [text for text in (*NAMES, *OTHER_TEXTS) if text_faults(text)] == []


def as_tcvn3(text: str) -> str:
    letters = {letter: shown for shown, letter in TCVN3.items()}
    # Only seven capitals have a place of their own; the others were small letters in a font of capitals.
    letters = {letter.upper(): shown for letter, shown in letters.items()} | letters
    return "".join(letters.get(character, character) for character in text)


def as_vni(text: str) -> str:
    letters = {letter: shown for shown, letter in (*_VNI.items(), *_VNI_SINGLE.items())}
    return "".join(letters.get(character, character) for character in text)


KINH_NAMES = [
    name
    for name in NAMES
    if all(is_syllable(word) for word in name.split()) and not name.isascii() and unicodedata.is_normalized("NFC", name)
]


@pytest.mark.parametrize(
    ("garble", "encoding"),
    [
        (as_tcvn3, "TCVN3 (phông .VnTime)"),
        (as_vni, "VNI (phông VNI-Times)"),
        (lambda name: name.encode().decode("cp1252", "surrogateescape"), "chữ Việt bị đọc nhầm kiểu chữ Tây Âu"),
    ],
    ids=["tcvn3", "vni", "cp1252"],
)
def test_x24_names_garbled_by_an_old_encoding_are_recognised_and_read(garble: object, encoding: str) -> None:
    missed, misread = 0, 0
    for name in KINH_NAMES[:2_000]:
        # The five bytes that Windows-1252 lacks become C1 controls in every program that garbles this way.
        garbled = "".join(chr(ord(c) - 0xDC00) if 0xDC80 <= ord(c) <= 0xDCFF else c for c in garble(name))
        found = garbling(garbled)
        if found is None:
            missed += 1
        elif (found.encoding, found.reading.casefold()) != (encoding, name.casefold()):
            misread += 1
    # What is missed or misread is a short name that happens to be spelled like other Vietnamese words.
    assert missed <= 40
    assert misread <= 4


@pytest.mark.parametrize(
    ("text", "reason", "remedy"),
    [
        (
            "NguyÔn V¨n An",
            "Chữ có vẻ gõ theo kiểu TCVN3 (phông .VnTime); đọc đúng có lẽ là “Nguyễn Văn An”.",
            "Hãy gõ lại bằng bộ gõ Unicode (phông Times New Roman).",
        ),
        (
            "Th\xadëng",
            "Chữ có vẻ gõ theo kiểu TCVN3 (phông .VnTime); đọc đúng có lẽ là “Thưởng”.",
            "Hãy gõ lại bằng bộ gõ Unicode (phông Times New Roman).",
        ),
        (
            "Nguyeãn Vaên An",
            "Chữ có vẻ gõ theo kiểu VNI (phông VNI-Times); đọc đúng có lẽ là “Nguyễn Văn An”.",
            "Hãy gõ lại bằng bộ gõ Unicode (phông Times New Roman).",
        ),
        (
            "Nguyá»…n VÄƒn HÃ\xa0",
            "Chữ có vẻ gõ theo kiểu chữ Việt bị đọc nhầm kiểu chữ Tây Âu; đọc đúng có lẽ là “Nguyễn Văn Hà”.",
            "Hãy gõ lại bằng bộ gõ Unicode (phông Times New Roman).",
        ),
        ("Ðặng", "Có chữ “Ð” của tiếng Iceland thay cho chữ “Đ” tiếng Việt.", "Hãy gõ lại thành “Đặng”."),
        ("ðào", "Có chữ “Ð” của tiếng Iceland thay cho chữ “Đ” tiếng Việt.", "Hãy gõ lại thành “đào”."),
        (
            "Vi\u200bệt",
            "Có ký tự ẩn hoặc đảo chiều chữ (U+200B) ở vị trí thứ 3.",
            "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
        ),
        (
            "\u202eAn",
            "Có ký tự ẩn hoặc đảo chiều chữ (U+202E) ở vị trí thứ 1.",
            "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
        ),
        (
            "A\ufeffn",
            "Có ký tự ẩn hoặc đảo chiều chữ (U+FEFF) ở vị trí thứ 2.",
            "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
        ),
        (
            "A\x0bn",
            "Có ký tự điều khiển không nhìn thấy (U+000B) ở vị trí thứ 2.",
            "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
        ),
        (
            "A\x85n",
            "Có ký tự điều khiển không nhìn thấy (U+0085) ở vị trí thứ 2.",
            "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
        ),
        ("A\ud800", "Có nửa ký tự bị hỏng (U+D800) ở vị trí thứ 2.", "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy."),
        ("A\ufffe", "Có mã không phải ký tự (U+FFFE) ở vị trí thứ 2.", "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy."),
        ("A\ufdd0", "Có mã không phải ký tự (U+FDD0) ở vị trí thứ 2.", "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy."),
        (
            "A\U0002ffff",
            "Có mã không phải ký tự (U+2FFFF) ở vị trí thứ 2.",
            "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
        ),
        (
            "A\uf0b7",
            "Có ký tự riêng của một phông chữ (U+F0B7) ở vị trí thứ 2.",
            "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
        ),
        ("A\u2028n", "Có dấu ngắt dòng lạ (U+2028) ở vị trí thứ 2.", "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy."),
        ("A\u2029n", "Có dấu ngắt đoạn lạ (U+2029) ở vị trí thứ 2.", "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy."),
        (
            "Nguy\ufffdn",
            "Có ký tự thay thế cho chữ đã mất (U+FFFD) ở vị trí thứ 5.",
            "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
        ),
        ("Đ\u0301a", "Có dấu đứng rời khỏi chữ (U+0301) ở vị trí thứ 2.", "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy."),
        (
            "Nguye\u0301\u0302n",
            "Có dấu đứng rời khỏi chữ (U+0302) ở vị trí thứ 6.",
            "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
        ),
        ("Nguyе", "Từ “Nguyе” lẫn chữ “е” (U+0435) không phải chữ Việt.", "Hãy gõ lại cả từ đó."),
        ("ΤRẦN", "Từ “ΤRẦN” lẫn chữ “Τ” (U+03A4) không phải chữ Việt.", "Hãy gõ lại cả từ đó."),
        (
            "Nguy?n Văn An",
            "Có dấu hỏi giữa từ (“y?n”): chữ có dấu đã mất khi chuyển kiểu chữ.",
            "Hãy gõ lại từ đó.",
        ),
    ],
)
def test_x23_x25_a_character_that_data_may_not_hold_is_named(text: str, reason: str, remedy: str) -> None:
    assert text_faults(text) == ((reason, remedy),)


def test_every_unfit_character_of_a_text_is_told_once() -> None:
    assert [fault.reason for fault in text_faults("a\u200bb\u200bc\x07")] == [
        "Có ký tự ẩn hoặc đảo chiều chữ (U+200B) ở vị trí thứ 2.",
        "Có ký tự điều khiển không nhìn thấy (U+0007) ở vị trí thứ 6.",
    ]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Nguyễn\u00a0 Văn\tAn \r\n", "Nguyễn Văn An"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Ẩn"), "Nguyễn Thị Ẩn"),
        ("Hoà", "Hoà"),
        ("Y\u2009Bhin\u3000Niê", "Y Bhin Niê"),
        ("NGUYỄN văn an", "NGUYỄN văn an"),
        ("K’Đức", "K’Đức"),
    ],
)
def test_a_name_changes_only_in_composition_and_white_space(written: str, kept: str) -> None:
    assert tidy(written) == kept


def test_lines_keep_their_breaks_and_nothing_at_their_ends() -> None:
    assert tidy_lines("\n  một\u00a0hai  \r\n\r\nba \n\n") == "một hai\n\nba"


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cf")), max_size=60))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert tidy_lines(tidy_lines(text)) == tidy_lines(text)


@pytest.mark.parametrize(("one", "other"), [("Hoà", "hòa"), ("THUÝ ", "Thúy"), ("uỷ  ban", "Ủy ban")])
def test_the_place_of_a_tone_does_not_matter_for_matching(one: str, other: str) -> None:
    assert matching_key(one) == matching_key(other)


def test_different_words_do_not_match() -> None:
    assert len({matching_key(word) for word in ("hoa", "hòa", "hóa", "hỏa", "họa", "hõa", "hoả mù", "đạt", "dạt")}) == 9
