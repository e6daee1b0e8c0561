"""Tờ trình khen thưởng đợt thi đua: who is proposed at the end of a campaign, for what (NĐ 98/2023 Mẫu 01)."""

from __future__ import annotations

from vanban.kinds.parts.occasion_papers import submission_kind

KIND = submission_kind("campaign_submission", "Tờ trình khen thưởng đợt thi đua", "to-trinh-dot-thi-dua")
