"""What is no table (a campaign, a letter, an achievement) as a form on the page: shown, saved, begun, dropped."""

from __future__ import annotations

import difflib
import html
import re
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from filled_form import FORM, Form, drops, words
from lxml import html as pages
from served_page import Served, clerk_of

from vanban.domain.work_year import WorkYear
from vanban.workflows.check import check
from vanban.workflows.record_form import list_records

YEAR = WorkYear(2024)


def changed_lines(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def file_of(office: Served, name: str) -> Path:
    return office.workspace.root / "data" / "2024" / f"{name}.yaml"


def test_every_record_of_the_year_that_is_saved_as_it_is_shown_keeps_every_character(office: Served) -> None:
    clerk = clerk_of(office)
    folder = office.workspace.root / "data"
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}
    sent = 0
    for part in list_records(office.workspace, YEAR):
        for name, _ in part.records:
            form = Form(clerk, clerk.get(f"/2024/muc/{part.name}" + (f"?ten={quote(name)}" if name else "")))
            assert "Đã lưu" in form.save().words
            sent += 1
    assert sent > 30
    assert {path: path.read_bytes() for path in sorted(folder.rglob("*.yaml"))} == before


def test_what_is_chosen_by_its_words_stands_in_the_file_by_its_key(office: Served) -> None:
    clerk = clerk_of(office)
    before = file_of(office, "campaigns").read_text("utf-8")
    form = Form(clerk, clerk.get("/2024/muc/campaigns?ten=dien-bien-phu"))
    assert "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022" in form.words
    form.set("plan.signature.signatory", form.choice("plan.signature.signatory", "Phó Chủ tịch"))
    form.set("plan.citation_dates", form.choice("plan.citation_dates", "ngày 05/3/2024"))
    form.set("ends", "08/05/2024")
    [words_of] = [one for one in form.offered("awardees.0.nominee") if "Tổ dân phố số 7" in one]
    form.set("awardees.0.nominee", words_of)
    assert "Đã lưu" in form.save().words
    assert changed_lines(before, file_of(office, "campaigns").read_text("utf-8")) == [
        "-   ends: 07/05/2024",
        "+   ends: 08/05/2024",
        "-       signatory: chu-tich",
        "+       signatory: pho-chu-tich",
        "+     citation_dates: ngày 05/3/2024",
        "-     - nominee: le-van-c",
        "+     - nominee: tdp-07",
    ]


def test_a_new_campaign_gets_a_key_and_a_text_to_be_written_and_the_year_still_holds(office: Served) -> None:
    clerk = clerk_of(office)
    before = file_of(office, "campaigns").read_text("utf-8")
    form = Form(clerk, clerk.get("/2024/muc/campaigns?moi=1"))
    refused = form.set("name", "Đợt thi đua chào mừng Quốc khánh").save()
    assert "Chưa ghi “Ngày bắt đầu”" in refused.words
    assert file_of(office, "campaigns").read_text("utf-8") == before
    refused.set("begins", "01/8/2024").set("ends", "02/9/2024").set("plan.subject", "Tổ chức đợt thi đua")
    refused.set("plan.issuer", refused.choice("plan.issuer", "Ủy ban nhân dân phường"))
    refused.set("plan.signature.signatory", refused.choice("plan.signature.signatory", "Chủ tịch"))
    refused.set("plan.signature.capacity", "TM.")
    saved = refused.save()
    assert "Đã lưu" in saved.words
    after = file_of(office, "campaigns").read_text("utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert "- key: dot-thi-dua-chao-mung-quoc-khanh" in after
    assert "campaigns/dot-thi-dua-chao-mung-quoc-khanh/plan" in saved.clerk.get("/2024/loi-van").text
    assert clerk.get("/2024/loi-van/sua?ten=campaigns/dot-thi-dua-chao-mung-quoc-khanh/plan").status == 200
    assert check(office.workspace, YEAR).ok


def test_a_campaign_like_another_has_its_texts_and_a_key_of_its_own(office: Served) -> None:
    clerk = clerk_of(office)
    form = Form(clerk, clerk.get("/2024/muc/campaigns?moi=1&nhu=dien-bien-phu"))
    assert (form.said("key"), form.said("begins")) == ([""], ["01/03/2024"])
    form.set("name", "Đợt thi đua Quốc khánh").set("begins", "01/8/2024").set("ends", "02/9/2024")
    assert "Đã lưu" in form.save().words
    after = file_of(office, "campaigns").read_text("utf-8")
    assert after.count("Tạo khí thế thi đua sôi nổi") == 2
    assert after.count("key: dot-thi-dua-quoc-khanh") == 1


def test_a_part_that_the_year_does_not_have_yet_is_begun_on_its_form(office: Served) -> None:
    clerk = clerk_of(office)
    stock = office.workspace.root / "data" / "office" / "certificate_stock.yaml"
    assert not stock.exists()
    form = Form(clerk, clerk.get("/2024/muc/certificate_stock")).more("lines")
    form.set("lines.0.field", form.choice("lines.0.field", "họ tên người ký"))
    for name, said in (("left", "100"), ("top", "150"), ("width", "80"), ("size", "14")):
        form.set(f"lines.0.{name}", said)
    assert "Đã lưu" in form.save().words
    assert "họ tên người ký" in stock.read_text("utf-8")
    assert check(office.workspace, YEAR).ok


def test_a_submission_is_added_to_a_campaign_and_taken_out_again(office: Served) -> None:
    clerk = clerk_of(office)
    before = file_of(office, "sudden_achievements").read_bytes()
    name = list_records(office.workspace, YEAR)
    [(key, _)] = next(one.records for one in name if one.name == "sudden_achievements")
    place = f"/2024/muc/sudden_achievements?ten={quote(key)}"
    form = Form(clerk, clerk.get(place))
    form.set("bo", "submission")
    assert "Đã lưu" in form.save().words
    assert b"submission:" not in file_of(office, "sudden_achievements").read_bytes()
    more = Form(clerk, clerk.get(place)).more("submission")
    assert more.said("submission.subject") == [""]
    assert clerk.post("/2024/muc/sudden_achievements/lay-lai", {"ban": "1"}).status == 303
    assert file_of(office, "sudden_achievements").read_bytes() == before


def test_a_record_is_dropped_and_what_stood_is_kept(office: Served) -> None:
    clerk = clerk_of(office)
    before = file_of(office, "achievements").read_text("utf-8")
    page = clerk.get("/2024/muc/achievements?ten=tran-thi-b")
    [drop] = [one for one in pages.fromstring(page.text).forms if drops(one)]
    assert clerk.send(drop.action, urlencode(drop.form_values()).encode(), FORM).status == 303
    after = file_of(office, "achievements").read_text("utf-8")
    assert ("nominee: tran-thi-b" in before, "nominee: tran-thi-b" in after) == (True, False)
    assert clerk.send(drop.action, urlencode(drop.form_values()).encode(), FORM).status == 404
    assert clerk.post("/2024/muc/achievements/lay-lai", {"ban": "1"}).status == 303
    assert file_of(office, "achievements").read_text("utf-8") == before


def test_two_tabs_that_change_one_record_are_both_shown(office: Served) -> None:
    clerk = clerk_of(office)
    one = Form(clerk, clerk.get("/2024/muc/letters?ten=phat-dong"))
    other = Form(clerk, clerk.get("/2024/muc/letters?ten=phat-dong"))
    assert "Đã lưu" in one.set("subject", "Phát động thi đua").save().words
    late = other.set("subject", "Triển khai thi đua").save()
    assert "nơi khác đã lưu" in late.words and "Trong tệp nay đang ghi: “Phát động thi đua”" in late.words
    assert "subject: Phát động thi đua" in file_of(office, "letters").read_text("utf-8")


def test_a_finding_in_a_text_leads_to_the_form_of_the_record_that_it_stands_in(office: Served) -> None:
    clerk = clerk_of(office)
    file = file_of(office, "sudden_achievements")
    file.write_text(re.sub(r"happened_on: .*", "happened_on: 31/02/2024", file.read_text("utf-8")), "utf-8")
    link = re.findall(r'href="(/2024/muc/sudden_achievements\?[^"]+)"', clerk.get("/2024/kiem-tra").text)
    assert link
    form = clerk.get(html.unescape(link[0]))
    assert "Ngày xảy ra" in words(form).partition("Còn chỗ chưa đúng")[2]
    assert pages.fromstring(form.text).xpath('//input[@id="happened_on"][contains(@aria-describedby, "-sai1")]')


@pytest.mark.parametrize("part", ["khong-co", "people", "..", "office/../.."])
def test_a_part_that_is_not_there_is_one_sentence(office: Served, part: str) -> None:
    answer = clerk_of(office).get(f"/2024/muc/{quote(part, safe='')}")
    assert answer.status == 404
    assert "Traceback" not in answer.text


def test_no_word_of_the_program_stands_on_a_form(office: Served) -> None:
    clerk = clerk_of(office)
    for part in list_records(office.workspace, YEAR):
        name = part.records[0][0] if part.records else ""
        tree = pages.fromstring(clerk.get(f"/2024/muc/{part.name}?" + (f"ten={quote(name)}" if name else "moi=1")).text)
        shown = " ".join(one.text_content() for one in tree.xpath("//main//option | //main//label | //main//legend"))
        assert not re.findall(r"\b[a-z]+_[a-z_]+\b|\b(?:roman|full|numeric|groups|people|corrects)\b", shown), part.name
