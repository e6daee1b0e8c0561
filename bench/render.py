"""Fill in this project's registration form side by side: plain docxtpl, and vanban.word.

    python bench/render.py                   documents per second and peak memory, both in one run
    python bench/render.py --beside FOLDER   CPU time of a document, here and by another checkout, in turn
    python bench/render.py --levels          what each level of zlib costs and saves on that form

Rounds alternate between the two, so that a busy machine slows both; ratios hold from machine to machine, absolute
figures do not.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import os
import resource
import statistics
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from vanban.domain.measure import Length

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "templates" / "docx" / "group_registration.docx"
YEAR = 2024
ROUNDS = 7
PLAIN_PER_ROUND, FAST_PER_ROUND = 20, 400
DOCUMENTS_FOR_MEMORY = 300

Context = dict[str, Any]
Fill = Callable[[Context], bytes]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--levels", action="store_true", help="compare the levels of zlib")
    parser.add_argument("--beside", type=Path, help="the folder of another checkout")
    parser.add_argument("--memory-of", choices=("plain", "fast"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory_of:
        _use_memory(options.memory_of)
    elif options.beside:
        _compare_programs(options.beside.resolve())
    elif options.levels:
        _compare_levels()
    else:
        _compare_speed()
        _compare_memory()


def plain_docxtpl() -> Fill:
    """A new DocxTemplate for each document, as docxtpl's manual has it; escaping on, or it loses text."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    jinja = Environment(autoescape=True)
    jinja.filters["rule"] = _rule_module().rule

    def fill(context: Context) -> bytes:
        template = DocxTemplate(str(TEMPLATE))
        template.render(context, jinja)
        stream = io.BytesIO()
        template.save(stream)
        return stream.getvalue()

    return fill


def vanban_word() -> Fill:
    """One Template for all documents."""
    from vanban.word import Template

    return Template.load(TEMPLATE).render


def _rule_module() -> ModuleType:
    """Our ``rule`` filter alone, so that plain docxtpl does not carry the rest of our engine in memory."""
    spec = importlib.util.spec_from_file_location("rule", ROOT / "vanban" / "word" / "rule.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sample_contexts() -> list[Context]:
    """The sample year's contexts of the form, one for each residential group, as plain values."""
    from vanban.domain.year import Year
    from vanban.ingest import PARTS, read_year
    from vanban.kinds.papers import group_registration
    from vanban.workflows.law_book import shipped_law
    from vanban.workspace import Workspace

    year = Year(year=YEAR, law=shipped_law(), **read_year(Workspace(ROOT).sources(YEAR), YEAR, PARTS).value or {})
    contexts = [group_registration.compose(year, key) for key in group_registration.keys(year)]
    return [json.loads(context.model_dump_json()) for context in contexts]


def _with_lengths(contexts: list[Context]) -> list[Context]:
    for context in contexts:
        for part, name in (("letterhead", "issuer_rule"), ("heading", "subject_rule")):
            context[part][name] = Length(**context[part][name])
    return contexts


# Speed


def _compare_speed() -> None:
    contexts = _with_lengths(sample_contexts())
    plain, fast = plain_docxtpl(), vanban_word()
    _require_same(plain(contexts[0]), fast(contexts[0]))
    speeds = [(_speed(plain, contexts, PLAIN_PER_ROUND), _speed(fast, contexts, FAST_PER_ROUND)) for _ in range(ROUNDS)]
    ratios = [ours / theirs for theirs, ours in speeds]
    _say(f"{TEMPLATE.name}, {len(contexts)} contexts, {ROUNDS} rounds of {PLAIN_PER_ROUND} and {FAST_PER_ROUND}")
    _say(f"{'plain docxtpl':<16}{_spread([theirs for theirs, _ in speeds])} documents/s")
    _say(f"{'vanban.word':<16}{_spread([ours for _, ours in speeds])} documents/s")
    _say(f"{'ratio':<16}{_spread(ratios)} times")


def _speed(fill: Fill, contexts: Sequence[Context], count: int) -> float:
    start = time.perf_counter()
    for at in range(count):
        fill(contexts[at % len(contexts)])
    return count / (time.perf_counter() - start)


def _spread(figures: Sequence[float], digits: int = 1) -> str:
    return f"{statistics.median(figures):8.{digits}f}  [{min(figures):.{digits}f} - {max(figures):.{digits}f}]"


def _require_same(theirs: bytes, ours: bytes) -> None:
    from lxml import etree

    from vanban import gate

    def canonical(data: bytes) -> bytes:
        part = gate.open_package(data, name=TEMPLATE.name, kind="docx")["word/document.xml"]
        return etree.tostring(etree.fromstring(part), method="c14n")

    if canonical(theirs) != canonical(ours):
        raise SystemExit("the two give different documents")


# Another checkout


_SAMPLE = "import json, render; print(json.dumps(render.sample_contexts()))"
_SPEED = """
import json, render, sys, time
from vanban.word import Template
count, fill = int(sys.argv[1]), Template.load(sys.argv[2]).render
contexts = render._with_lengths(json.load(sys.stdin))
fill(contexts[0])
start = time.process_time()
for at in range(count):
    fill(contexts[at % len(contexts)])
print((time.process_time() - start) / count * 1000)
"""


def _compare_programs(other: Path) -> None:
    """Each in processes of its own, with the form and the sample of the other: what one document of a batch costs."""
    contexts = _asked(other, _SAMPLE)
    given = str(FAST_PER_ROUND), str(other / TEMPLATE.relative_to(ROOT))
    rounds = [
        tuple(float(_asked(program, _SPEED, *given, said=contexts)) for program in (ROOT, other)) for _ in range(ROUNDS)
    ]
    for title, at in (("this program", 0), ("beside", 1)):
        _say(f"{title:<16}{_spread([one[at] for one in rounds], 3)} CPU ms a document")
    _say(f"{'ratio':<16}{_spread([ours / theirs for ours, theirs in rounds], 3)} times")


def _asked(program: Path, code: str, *given: str, said: str = "") -> str:
    """What the code prints that runs with a checkout's own modules."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(program), str(program / "bench")))}
    ran = subprocess.run(
        [sys.executable, "-P", "-c", code, *given],
        input=said,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=environment,
    )
    return ran.stdout


# Memory


def _compare_memory() -> None:
    contexts = json.dumps(sample_contexts())
    peaks = {engine: _peak(engine, contexts) for engine in ("plain", "fast")}
    _say(f"peak memory, a process of its own with {DOCUMENTS_FOR_MEMORY} documents:")
    _say(f"{'plain docxtpl':<16}{peaks['plain']:8.1f} MiB")
    _say(f"{'vanban.word':<16}{peaks['fast']:8.1f} MiB")
    _say(f"{'ratio':<16}{peaks['fast'] / peaks['plain']:8.2f} times")


def _peak(engine: str, contexts: str) -> float:
    command = [sys.executable, __file__, "--memory-of", engine]
    return float(subprocess.run(command, input=contexts, capture_output=True, text=True, check=True).stdout)


def _use_memory(engine: str) -> None:
    contexts = _with_lengths(json.load(sys.stdin))
    fill = plain_docxtpl() if engine == "plain" else vanban_word()
    for at in range(DOCUMENTS_FOR_MEMORY):
        fill(contexts[at % len(contexts)])
    _say(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


# Levels of zlib


def _compare_levels() -> None:
    from vanban import gate

    document = vanban_word()(_with_lengths(sample_contexts())[0])
    part = gate.open_package(document, name=TEMPLATE.name, kind="docx")["word/document.xml"]
    _say(f"word/document.xml of {len(part)} bytes, in a file of {len(document)}")
    for level in range(10):
        sizes, times = [], []
        for _ in range(200):
            start = time.perf_counter()
            deflater = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
            sizes.append(len(deflater.compress(part) + deflater.flush()))
            times.append(time.perf_counter() - start)
        _say(f"level {level}: {sizes[0]:7} bytes  {statistics.median(times) * 1e6:7.0f} µs")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
