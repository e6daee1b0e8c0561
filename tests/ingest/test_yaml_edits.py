"""Single values of a file are changed and taken out; every other character stays where it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.campaign import Campaign
from vanban.ingest import YamlText, read_yaml_list
from vanban.ingest.yaml_edit import removed
from vanban.workspace import shipped

FILE = """# Đầu tệp
- key: a   # giữ chú thích
  begins: 01/03/2024
  cites: [plan, "x"]
  text: >-
    Dòng một
    dòng hai

  bases:
    - luat
    - nghi-dinh
# cuối nhóm
- key: b
  begins: '02/03/2024'
"""


def test_a_value_is_changed_where_it_stands_and_nothing_else() -> None:
    text = YamlText(FILE)
    place = text.places[0, "begins"]
    text.replace(place.start, place.end, "01/03/2025")
    assert text.changed() == FILE.replace("01/03/2024", "01/03/2025")


def test_what_is_taken_out_goes_with_its_lines_and_leaves_the_comments_around_it() -> None:
    assert removed(FILE, [(0, "bases")]) == FILE.replace("  bases:\n    - luat\n    - nghi-dinh\n", "")
    assert removed(FILE, [(0, "bases", 0)]) == FILE.replace("    - luat\n", "")
    assert removed(FILE, [(0, "cites", 1)]) == FILE.replace('[plan, "x"]', "[plan]")
    assert removed(FILE, [(0, "cites", 0)]) == FILE.replace('[plan, "x"]', '["x"]')
    assert removed(FILE, [(1,)]) == FILE[: FILE.index("- key: b")]
    assert removed(FILE, [(1, "key")]) == FILE.replace("- key: b\n  begins", "- begins")


def test_a_change_inside_what_is_taken_out_goes_with_it() -> None:
    text = YamlText(FILE)
    place = text.places[0, "bases", 0]
    text.replace(place.start, place.end, "mot-can-cu-dai-hon")
    text.remove((0, "bases"))
    assert text.changed() == removed(FILE, [(0, "bases")])


def test_comments_are_found_but_not_signs_inside_a_text() -> None:
    text = YamlText("# một\na: >-\n  chữ\n  # không phải chú thích\nb: 1\n")
    assert [line for _, line in text.comments()] == ["# một\n"]


CAMPAIGNS = (shipped() / "data" / "2024" / "campaigns.yaml").read_text("utf-8")


@given(st.sets(st.sampled_from(sorted(path for path in YamlText(CAMPAIGNS).places if len(path) == 2))))
def test_whatever_is_taken_out_of_a_real_file_the_rest_reads_as_before(paths: set[tuple[int, str]]) -> None:
    whole = YamlText(CAMPAIGNS)
    left = YamlText(removed(CAMPAIGNS, paths))
    kept = [path for path in whole.places if len(path) > 1 and path[:2] not in paths]
    assert [whole.said(path) for path in kept] == [left.said(path) for path in kept]


def test_the_sample_reads_the_same_after_a_change_of_nothing() -> None:
    before = read_yaml_list(CAMPAIGNS.encode(), "campaigns.yaml", Campaign).value
    assert read_yaml_list(YamlText(CAMPAIGNS).changed().encode(), "campaigns.yaml", Campaign).value == before
