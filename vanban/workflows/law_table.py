"""The audit of the law as a page: every fact of the packs that ship, its article and source, who compared it."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.domain.law_pack import Law, LawPack
from vanban.domain.law_text import Certainty, LawSource, LawText, Period
from vanban.domain.provision import Provision
from vanban.domain.wording import numeric_date
from vanban.law.fact_words import shown_of
from vanban.law.layout_rules import RULES
from vanban.law.provision import DECREE_30, cited
from vanban.workflows.law_book import every_shipped_pack

_HEAD = """# Các quy định mà chương trình áp dụng

Trang này được lập từ các bộ quy định trong thư mục `law` (`make goldens`), không sửa tay. Dòng nào không ghi “đã đọc
nguyên văn” thì cần đối chiếu với văn bản gốc trước khi dựa vào. Phần cuối là các quy tắc thể thức mà
`vanban proofread` soát.
"""
_OF_THE_DECREE = ("Phụ lục", "Điều")
"""How the articles of the rules begin that Nghị định số 30/2020/NĐ-CP states."""
_COLUMNS = "| Quy định | Căn cứ | Áp dụng | Nguồn | Độ chắc chắn | Đối chiếu |\n|---|---|---|---|---|---|"


def law_table() -> str:
    """The whole page."""
    law = Law(packs=every_shipped_pack())
    parts = [_HEAD]
    for pack in law.packs:
        where = f" Chỉ áp dụng trong {', '.join(pack.provinces)}." if pack.provinces else ""
        made = f"Bộ `{pack.key}`, phiên bản {pack.version}, lập ngày {numeric_date(pack.dated)}.{where}"
        parts.append("\n".join(("", f"## {pack.name}", "", made, "", _COLUMNS, *_rows(law, pack), "")))
    return "".join((*parts, *_layout(law)))


def _layout(law: Law) -> Iterator[str]:
    """The rules of layout: those of the decree were read in full, the others are habits of the trade."""
    yield "\n".join(("", "## Thể thức và cách viết trong văn bản", "", _COLUMNS, ""))
    for rule in RULES.values():
        decree = rule.article.startswith(_OF_THE_DECREE)
        source = law.sources["nghi-dinh-30" if decree else "thong-le"]
        article = f"{rule.article} {DECREE_30}" if decree else rule.article
        period = law.spans["nghi-dinh-30-2020"] if decree else Period()
        yield _cells(f"{rule.what} ({rule.id})", article, period, source, source.certainty) + "\n"


def _rows(law: Law, pack: LawPack) -> Iterator[str]:
    for text in pack.texts:
        changes = [f"thay thế {law.texts[key].numbered_name}" for key in text.replaces]
        changes += [f"sửa đổi {law.texts[key].numbered_name}" for key in text.amends]
        shown = "; ".join((f"{text.numbered_name} {text.subject}", *changes))
        yield _line(law, text, shown, text.numbered_name, law.spans[text.key])
    for row in pack.provisions():
        yield _line(law, row, shown_of(row), cited(law, row), law.period(row))


def _line(law: Law, row: LawText | Provision, shown: str, article: str, period: Period) -> str:
    return _cells(shown, article, period, law.sources[row.source], law.certainty(row))


def _cells(shown: str, article: str, period: Period, source: LawSource, certainty: Certainty) -> str:
    first, last = ("…" if day is None else numeric_date(day) for day in period)
    cells = (
        shown,
        article,
        f"{first} - {last}",
        f"{source.name} ({source.kind})",
        certainty,
        f"{source.checked_by}, {numeric_date(source.checked_on)}",
    )
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
