"""The form of a record as a browser has it: what it shows, changed, and sent."""

from __future__ import annotations

import html
import re
from urllib.parse import urlencode

from lxml import html as pages
from served_page import Answer, Clerk

FORM = "application/x-www-form-urlencoded"


class Form:
    """The form of a record as a browser has it: its fields, changed, and sent."""

    def __init__(self, clerk: Clerk, answer: Answer) -> None:
        assert answer.status == 200, answer.text
        self.clerk = clerk
        tree = pages.fromstring(answer.text)
        [self.form] = [one for one in tree.forms if one.inputs and "thay" in list(one.inputs.keys()) and not drops(one)]
        self.fields = [(name, value.replace("\r\n", "\n")) for name, value in self.form.form_values()]
        self.words = words(answer)

    def set(self, name: str, *values: str) -> Form:
        self.fields = [(own, said) for own, said in self.fields if own != name] + [(name, one) for one in values]
        return self

    def said(self, name: str) -> list[str]:
        return [said for own, said in self.fields if own == name]

    def choice(self, name: str, words_of: str) -> str:
        """What is sent where those words are chosen."""
        for one in self.form.xpath(f'.//select[@name="{name}"]/option'):
            if words_of in one.text_content():
                return str(one.get("value", one.text_content()))
        for one in self.form.xpath(f'.//input[@type="checkbox"][@name="{name}"]'):
            if words_of in one.getparent().text_content():
                return str(one.get("value"))
        raise AssertionError((name, words_of))

    def offered(self, name: str) -> list[str]:
        """The words that a field offers while one writes."""
        [field] = self.form.xpath(f'.//input[@name="{name}"]')
        return [str(one.get("value")) for one in self.form.xpath(f'.//datalist[@id="{field.get("list")}"]/option')]

    def send(self, place: str = "") -> Answer:
        body = urlencode(self.fields).encode()
        return self.clerk.send(place or self.form.action, body, FORM)

    def save(self) -> Form:
        return Form(self.clerk, self.send())

    def more(self, path: str) -> Form:
        self.set("them", path)
        return self.save().set("them")


def drops(form: pages.FormElement) -> bool:
    """Whether it takes a record out."""
    return "/bo" in (form.action or "")


def words(answer: Answer) -> str:
    """What a reader sees."""
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", answer.text)).split())
