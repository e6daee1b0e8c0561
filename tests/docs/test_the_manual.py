"""The manual is a test: every command, option, kind, error and exit code stands in the documents."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click
import pytest

from vanban import errors
from vanban.cli.app import cli
from vanban.domain.figures import FIGURES, Figure
from vanban.domain.office_words import OFFICE_WORDS, OfficeWord
from vanban.domain.unit_kind import UNIT_KINDS
from vanban.domain.wording import DATE_EXAMPLE, numeric_date
from vanban.kinds import KINDS

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
ERRORS = ROOT / "docs" / "cac-loi.md"


def leaves() -> list[type[errors.VanbanError]]:
    """Every error that a user can meet: the classes that say a sentence."""

    def below(kind: type[errors.VanbanError]) -> list[type[errors.VanbanError]]:
        return [
            found for child in kind.__subclasses__() for found in ([child] if child.sentence else []) + below(child)
        ]

    return sorted(below(errors.VanbanError), key=lambda kind: (kind.exit_code, kind.__name__))


def commands() -> list[tuple[str, click.Command]]:
    """Every command by the words that call it."""
    found: list[tuple[str, click.Command]] = []
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command
        inner = getattr(command, "commands", {})
        found += [(f"{name} {below}", inner[below]) for below in inner] or [(name, command)]
    return found


def shown(template: str) -> str:
    """A sentence with its blanks as a reader sees them."""
    blanks = re.sub(r"(?<!\{)\{(\w+)[^}]*\}(?!\})", "…", template)
    return blanks.replace("{{", "{").replace("}}", "}")


def table_of_errors() -> str:
    """The whole of docs/cac-loi.md, made from the error classes."""
    rows = [f"| {kind.exit_code} | {shown(kind.sentence)} | {shown(kind.remedy)} |" for kind in leaves()]
    head = (ROOT / "docs" / "cac-loi.md").read_text(encoding="utf-8").partition("| Mã |")[0]
    table = "\n".join(["| Mã | Lời báo | Cách sửa |", "|---|---|---|", *rows])
    return f"{head}{table}\n\n{messages_of_check()}"


def messages_of_check() -> str:
    """What ``check`` says of sixty mistakes, as the golden of tests/wording has it from a real run."""
    golden = (ROOT / "tests" / "wording" / "mistakes.txt").read_text(encoding="utf-8").partition("## L01")[0]
    told = [part.partition("\n") for part in golden.split("## ")[1:]]
    rows = [
        f"| {what.partition('. ')[2]} | {'<br>'.join(said.strip().splitlines())} |"
        for what, _, said in told
        if "(không báo gì)" not in said
    ]
    head = (
        "## Lời báo của `vanban check`\n\nMỗi dòng là một chỗ sai thường gặp và nguyên văn lời "
        "báo, lấy từ một lần chạy thật.\n\n"
    )
    return head + "\n".join(["| Chỗ sai | Lời báo |", "|---|---|", *rows]) + "\n"


@pytest.mark.parametrize("words", [words for words, _ in commands()])
def test_every_command_stands_in_the_guide(words: str) -> None:
    assert f"vanban {words}" in GUIDE


@pytest.mark.parametrize(
    "option",
    sorted(
        {
            max(parameter.opts, key=len)
            for _, command in commands()
            for parameter in command.params
            if isinstance(parameter, click.Option)
        }
    ),
)
def test_every_option_stands_in_the_guide(option: str) -> None:
    assert option in GUIDE


def test_every_kind_stands_in_the_guide_with_its_title_in_the_order_of_the_year(request: pytest.FixtureRequest) -> None:
    head = "| Tên loại (LOẠI) | Văn bản |\n|---|---|\n"
    before, _, rest = GUIDE.partition(head)
    after = rest.partition("\n\n")[2]
    made = f"{before}{head}" + "\n".join(f"| `{kind.name}` | {kind.title} |" for kind in KINDS) + f"\n\n{after}"
    if request.config.getoption("--update-goldens"):
        (ROOT / "docs" / "huong-dan.md").write_text(made, encoding="utf-8")
    assert (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8") == made, "run: make goldens"


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_every_figure_stands_in_the_guide_with_its_meaning(figure: Figure) -> None:
    assert f"| `{{{figure.name}}}` | {figure.meaning()} |" in GUIDE


@pytest.mark.parametrize("word", OFFICE_WORDS, ids=lambda word: word.name)
def test_every_word_of_the_office_stands_in_the_guide_with_its_meaning(word: OfficeWord) -> None:
    assert f"| `{{{word.name}}}` | {word.title} |" in GUIDE


def test_every_kind_of_unit_and_form_of_office_stands_in_the_guide() -> None:
    said = GUIDE.partition("### Cơ quan và đơn vị")[2].partition("## 4.")[0]
    assert [kind.noun for kind in UNIT_KINDS if kind.noun not in " ".join(said.split())] == []


def test_the_table_of_errors_is_what_the_program_says(request: pytest.FixtureRequest) -> None:
    made = table_of_errors()
    if request.config.getoption("--update-goldens"):
        ERRORS.write_text(made, encoding="utf-8")
    assert ERRORS.read_text(encoding="utf-8") == made, "run: make goldens"


def test_every_exit_code_stands_in_both_manuals() -> None:
    codes = {0} | {kind.exit_code for kind in leaves()}
    said = README.partition("Exit codes:")[2].partition("\n\n")[0]
    assert {int(number) for number in re.findall(r"\b\d+\b", said)} == codes
    said = GUIDE.partition("Mã kết thúc của lệnh:")[2]
    assert codes <= {int(number) for number in re.findall(r"\b\d+\b", said)}


@pytest.mark.parametrize("kind", leaves(), ids=lambda kind: kind.__name__)
def test_every_error_is_whole_sentences_in_vietnamese_with_a_docstring(kind: type[errors.VanbanError]) -> None:
    assert kind.__doc__
    assert kind.sentence.rstrip().endswith((".", "}")), kind.sentence
    assert kind.remedy.endswith((".", "}")), kind.remedy
    assert re.search("[à-ỹđ]", kind.sentence + kind.remedy)
    assert kind.exit_code in (1, 2, 3, 4, 10, 11, 12, 13, 130)


def test_the_tree_of_errors_is_drawn_with_every_class() -> None:
    def all_below(kind: type[errors.VanbanError]) -> list[str]:
        return [name for child in kind.__subclasses__() for name in [child.__name__, *all_below(child)]]

    modules = Path(errors.__file__).parent.glob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in modules if path.stem != "__init__")
    assert sorted(re.findall(r"[├└]── (\w+)", text)) == sorted(set(all_below(errors.VanbanError)))


def test_a_clerk_is_shown_a_day_as_documents_print_it() -> None:
    """Both spellings are read; the one that is shown has a zero before months 1 and 2 alone."""
    other = re.compile(r"(?:ví dụ|--date) `?\d\d/0[3-9]/|%d/%m/%Y\}\"\)")
    files = [path for pattern in ("*.md", "docs/*.md", "vanban/**/*.py") for path in ROOT.glob(pattern)]
    shown = [(path.name, found) for path in files for found in other.findall(path.read_text(encoding="utf-8"))]
    assert shown == []
    assert DATE_EXAMPLE.partition(" (")[0] == f"ví dụ {numeric_date(date(2024, 3, 5))}"


def test_nothing_committed_names_a_place_of_one_machine() -> None:
    suspects = re.compile(r"(?<![\w.])/(?:work|tmp|root|home)/|shared/(?:reference|seed)")
    files = [
        path for pattern in ("*.md", "docs/**/*.md", "vanban/**/*.py", "data/**/*.yaml") for path in ROOT.glob(pattern)
    ]
    assert [path for path in files if suspects.search(path.read_text(encoding="utf-8"))] == []
