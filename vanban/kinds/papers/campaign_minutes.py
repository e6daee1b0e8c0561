"""Biên bản xét khen thưởng đợt thi đua: the council on those proposed at the end of a campaign (Luật Điều 84.2.c)."""

from __future__ import annotations

from vanban.kinds.parts.occasion_papers import minutes_kind

KIND = minutes_kind("campaign_minutes", "Biên bản xét khen thưởng đợt thi đua", "bien-ban-xet-dot-thi-dua")
