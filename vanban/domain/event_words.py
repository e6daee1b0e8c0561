"""What happened to the register, said to a clerk: one sentence an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from vanban.domain.ledger import Event
from vanban.domain.wording import numeric_date

_Said = Mapping[str, Any]


def told(event: Event) -> str:
    """``12. 05/3/2024, Lan: hủy số 3 năm 2024 (“chung”): Cấp nhầm``; of a deed that is not known, its name."""
    day = numeric_date(datetime.fromisoformat(event.moment).date())
    words = _WORDS.get(event.deed)
    try:
        said = words(event.body) if words else f"việc “{event.deed}” mà phiên bản này không biết"
    except (LookupError, TypeError, ValueError):
        said = f"việc “{event.deed}” không đọc được"
    return f"{event.seq}. {day}, {event.actor}: {said}"


def _number(key: _Said) -> str:
    return f"số {key['ordinal']:02d} năm {key['year']} (“{key['series']}”)"


def _reserved(said: _Said) -> str:
    year = str(said["day"])[:4]
    given = (
        f"số {one['ordinal']:02d}/{one['request']['symbol']} năm {year} cho “{one['request']['subject']}”"
        for one in said["documents"]
    )
    return f"cấp {'; '.join(given)}"


def _entered(said: _Said) -> str:
    return f"ban hành {', '.join(_number(one['entry_key']) for one in said['documents'])}"


def _taken(said: _Said) -> str:
    return f"nhận từ sổ cũ {', '.join(_number(one) for one in said['entries'])}"


def _beside(said: _Said) -> str:
    taken = (f"số {one['ordinal']:02d}{one['suffix']} năm {one['year']} (“{one['series']}”)" for one in said["rows"])
    return f"nhận từ sổ cũ, đứng bên số đã có, {', '.join(taken)}"


def _skipped(said: _Said) -> str:
    span = f"từ số {said['first']:02d} đến số {said['last']:02d} năm {said['year']} (“{said['series']}”)"
    return f"ghi {span} là cấp ngoài chương trình: {said['reason']}"


_WORDS: Final[Mapping[str, Callable[[_Said], str]]] = {
    "open_series": lambda said: f"mở hệ thống số “{said['series']}” năm {said['year']} từ số {said['first']}",
    "reserve": _reserved,
    "import_paper": _taken,
    "skip": _skipped,
    "take_over": _beside,
    "enter": _entered,
    "void": lambda said: f"hủy {_number(said['entry_key'])}: {said['reason']}",
    "link": lambda said: f"ghi liên kết giữa {_number(said['source'])} và {_number(said['target'])}",
    "add_object": lambda said: f"thêm tệp vào {_number(said['entry_key'])}",
    "retract_object": lambda said: f"bỏ tệp của {_number(said['entry_key'])}: {said['reason']}",
    "open_dossier": lambda said: f"mở hồ sơ {said['code']} năm {said['year']}",
    "file": lambda said: f"thêm văn bản vào hồ sơ {said['code']} năm {said['year']}",
    "close_dossier": lambda said: f"kết thúc hồ sơ {said['code']} năm {said['year']}",
}
