"""Quyết định khen thưởng đợt thi đua: whom the ward's chairman rewards at the end of a campaign (Mẫu 1.2)."""

from __future__ import annotations

from vanban.kinds.parts.occasion_papers import decision_kind

KIND = decision_kind("campaign_decision", "Quyết định khen thưởng đợt thi đua", "quyet-dinh-dot-thi-dua")
