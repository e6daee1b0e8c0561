"""Which targets stand where in a text: all of them or those of one field, of one unit; grouped by field, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vanban.domain.target import Target
from vanban.domain.text_tree import Block


def insets(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block of a text that calls for something from the data, wherever it stands."""
    for block in blocks:
        if block.inset is not None:
            yield block
        yield from insets(block.body)


def chosen(inset: Block, targets: Iterable[Target]) -> tuple[Target, ...]:
    """The targets that an inset calls for: of its field, of its unit, where it names one."""
    return tuple(
        target
        for target in targets
        if (inset.about is None or target.about == inset.about)
        and (inset.of_unit is None or inset.of_unit in (*target.responsible, target.lead))
    )


def target_blocks(inset: Block, targets: Sequence[Target]) -> tuple[Block, ...]:
    """What an inset of targets becomes: a line each; under the name of each field where they have some."""
    found = chosen(inset, targets)
    fields = tuple(dict.fromkeys(target.about for target in found))
    if inset.about is not None or not any(fields):
        return tuple(Block(item=target.sentence) for target in found)
    made: list[Block] = []
    for field in sorted(fields, key=lambda name: name is not None):
        lines = tuple(Block(item=target.sentence) for target in found if target.about == field)
        made += lines if field is None else (Block(section=field, body=lines),)
    return tuple(made)
