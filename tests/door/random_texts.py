"""Random trees of texts, as hypothesis makes them: every kind of block inside every other that may hold it."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from vanban.domain.text_table import TextColumn, TextTable
from vanban.domain.text_tree import HOLDING, Block, Inset, may_hold, typed_label

_WORDS: Final = st.sampled_from(
    [
        "Phong trào thi đua",
        "năm 2024",
        "hộ gia đình",
        "1. Mục đích",
        "a) điểm",
        "- gạch",
        "{groups} tổ dân phố",
        "“Ngày Chủ Nhật xanh”",
        "98%",
        "I. MỤC",
        "Phần II",
        "Điều 3",
        "Nơi nhận:",
        "Căn cứ Luật",
        "Kính gửi",
        "TM. ỦY BAN",
        "(1)",
        "./.",
        ": ;",
        "x < y & z",
        "Chương trình",
    ]
)
_SENTENCES: Final = st.lists(_WORDS, min_size=1, max_size=5).map(" ".join)
TEXTS: Final = st.lists(_SENTENCES, min_size=1, max_size=2).map("\n".join) | _SENTENCES
LABELLED: Final = _SENTENCES.filter(lambda words: not typed_label(words)).map(lambda words: f"Việc {words}")
_CELLS: Final = st.sampled_from(["", "Tổ 1", "12", "a | b", "Ghi chú dài hơn một chút"])


@st.composite
def _tables(draw: st.DrawFn) -> Block:
    names = draw(
        st.lists(st.sampled_from(["TT", "Nội dung", "Số lượng", "Ghi chú"]), min_size=2, max_size=3, unique=True)
    )
    row = st.tuples(*(_CELLS for _ in names)).filter(any)
    rows = tuple(draw(st.lists(row, min_size=1, max_size=3)))
    columns = tuple(TextColumn(name=name) for name in names)
    if columns[0].is_ordinal:
        rows = tuple(one[1:] for one in rows)
    return Block(table=TextTable(columns=columns, rows=rows))


def _insets() -> st.SearchStrategy[Block]:
    with_facts = (Inset.TARGETS, Inset.OTHER_AWARDS)
    plain = st.sampled_from([one for one in Inset if one not in with_facts]).map(lambda one: Block(inset=one))
    others = st.builds(Block, inset=st.just(Inset.OTHER_AWARDS), of_award=st.sampled_from(["kn-chuong", "co-thi-dua"]))
    narrowed = st.builds(
        Block,
        inset=st.just(Inset.TARGETS),
        about=st.none() | st.sampled_from(["Kinh tế", "Văn hóa - xã hội"]),
        of_unit=st.none() | st.just("tdp-01"),
    )
    return plain | narrowed | others


@st.composite
def blocks(draw: st.DrawFn, inside: str = "", depth: int = 0) -> tuple[Block, ...]:
    """Blocks that stand side by side inside of one of the field ``inside``."""
    held = [name for name in HOLDING if not inside or may_hold(inside, name)]
    made: list[Block] = []
    for _ in range(draw(st.integers(1 if not depth else 0, 4 if not depth else 3))):
        said = draw(st.sampled_from([*held, "text", "text", "inset", "table"]))
        if said == "inset":
            made.append(draw(_insets()))
        elif said == "table":
            made.append(draw(_tables()))
        elif said == "text":
            made.append(Block(text=draw(TEXTS)))
        else:
            body = draw(blocks(said, depth + 1)) if depth < 4 else ()
            made.append(Block.model_validate({said: draw(LABELLED), "body": body}))
    return tuple(made)
