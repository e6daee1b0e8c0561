"""The figures that a document's text may name between braces, with what each one counts.

Composing computes them, checking refuses every other name, the guide lists them: all three go by this table.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from vanban.domain.office import Office


class Figure(NamedTuple):
    """One figure: the name that stands between braces, its Vietnamese meaning, where it is known.

    ``title`` leaves ``{unit}`` and ``{form}`` open, which every office calls its own way.

    ``within``: the only parts of a year whose documents know it; empty where every document does.
    """

    name: str
    title: str
    within: tuple[str, ...] = ()

    def meaning(self, office: Office | None = None) -> str:
        """Its title in the words of that office; in words that fit every office where none is given."""
        unit, form = (office.unit_kind.noun, office.own_noun) if office else ("đơn vị", "cơ quan")
        return self.title.format(unit=unit, form=form)


_CAMPAIGN, _SUDDEN = "campaigns", "sudden_achievements"
_FAMILIES = "family_decision"
_REMINDERS = ("registration_reminder", "report_reminder")

FIGURES: Final = (
    Figure("year", "Năm của dữ liệu"),
    Figure("groups", "Số {unit} của {form}"),
    Figure("groups_registered", "Số {unit} đã đăng ký thi đua"),
    Figure("groups_registered_title", "Số {unit} đăng ký danh hiệu"),
    Figure("households", "Tổng số hộ của các {unit} đã đăng ký"),
    Figure("cultural_families", "Số hộ đăng ký “Gia đình văn hóa”"),
    Figure("cultural_families_share", "Tỷ lệ hộ đăng ký “Gia đình văn hóa”"),
    Figure("collectives_registered", "Số tập thể đã đăng ký thi đua"),
    Figure("people_registered", "Số cá nhân đã đăng ký thi đua"),
    Figure("individual_nominations", "Số cá nhân được đề nghị"),
    Figure("collective_nominations", "Số tập thể được đề nghị"),
    Figure("nominations", "Tổng số cá nhân, tập thể được đề nghị"),
    Figure("recognised_initiatives", "Số sáng kiến được cơ quan công nhận"),
    Figure("awarded", "Tổng số đối tượng được quyết định khen thưởng"),
    Figure("awarded_people", "Số cá nhân được quyết định khen thưởng"),
    Figure("awarded_collectives", "Số tập thể, {unit} được quyết định khen thưởng"),
    Figure("awarded_receivers", "Số đối tượng được quyết định khen thưởng, theo từng loại"),
    Figure("prize_total", "Tổng số tiền thưởng bằng số"),
    Figure("prize_total_words", "Tổng số tiền thưởng bằng chữ"),
    Figure("year_awards", "Số lượt khen thưởng theo mọi quyết định của {form} trong năm"),
    Figure("year_awards_receivers", "Số lượt khen thưởng của {form} trong năm, theo từng loại đối tượng"),
    Figure("cultural_families_selected", "Số hộ được bình xét “Gia đình văn hóa”"),
    Figure("groups_selected", "Số {unit} được bình xét danh hiệu"),
    Figure("families_recognised", "Số hộ được tặng danh hiệu “Gia đình văn hóa”", (_FAMILIES,)),
    Figure("families_units", "Số {unit} có hộ được tặng danh hiệu “Gia đình văn hóa”", (_FAMILIES,)),
    Figure("families_share", "Tỷ lệ hộ được tặng danh hiệu trên tổng số hộ", (_FAMILIES,)),
    Figure("families_prize", "Tiền thưởng của một hộ", (_FAMILIES,)),
    Figure("families_prize_total", "Tổng số tiền thưởng các hộ bằng số", (_FAMILIES,)),
    Figure("families_prize_total_words", "Tổng số tiền thưởng các hộ bằng chữ", (_FAMILIES,)),
    Figure("campaign_name", "Tên đợt thi đua, viết thường chữ đầu", (_CAMPAIGN,)),
    Figure("campaign_from", "Ngày bắt đầu đợt thi đua", (_CAMPAIGN,)),
    Figure("campaign_until", "Ngày kết thúc đợt thi đua", (_CAMPAIGN,)),
    Figure("awardee_count", "Tổng số đối tượng được đề nghị khen của đợt, của sự việc", (_CAMPAIGN, _SUDDEN)),
    Figure(
        "awardee_receivers", "Số đối tượng được đề nghị khen của đợt, của sự việc, theo từng loại", (_CAMPAIGN, _SUDDEN)
    ),
    Figure("event", "Sự việc có thành tích đột xuất, viết thường chữ đầu", (_SUDDEN,)),
    Figure("event_day", "Ngày xảy ra sự việc", (_SUDDEN,)),
    Figure("unit", "Tên đơn vị nhận công văn đôn đốc", _REMINDERS),
    Figure("missing", "Văn bản mà đơn vị chưa gửi", _REMINDERS),
    Figure("due", "Hạn gửi theo kế hoạch", _REMINDERS),
    Figure("asked_by", "Hạn mới trong công văn đôn đốc", _REMINDERS),
    Figure("targets", "Số chỉ tiêu của kế hoạch"),
    Figure("targets_met", "Số chỉ tiêu đạt ở mọi nội dung"),
    Figure("measures", "Số nội dung của các chỉ tiêu"),
    Figure("measures_met", "Số nội dung đạt"),
    Figure("measures_unmet", "Số nội dung không đạt"),
    Figure("measures_unjudged", "Số nội dung chưa có số liệu"),
    Figure("measures_verdicts", "Số nội dung đạt, không đạt, chưa có số liệu, viết liền một câu"),
    Figure("measures_met_share", "Tỷ lệ nội dung đạt"),
    Figure("measures_compared", "Số nội dung có số liệu cùng kỳ năm trước để so sánh"),
    Figure("measures_up", "Số nội dung tăng so với cùng kỳ năm trước"),
    Figure("measures_down", "Số nội dung giảm so với cùng kỳ năm trước"),
    Figure("measures_level", "Số nội dung giữ nguyên so với cùng kỳ năm trước"),
)
"""Every figure, in the order in which the guide lists them."""


def figures_within(part: str) -> tuple[str, ...]:
    """The names of the figures that a document in that part of the year knows."""
    return tuple(figure.name for figure in FIGURES if not figure.within or part in figure.within)
