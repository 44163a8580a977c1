#!/usr/bin/env python3
"""Rewrites the plain text of the cells in tests/fixtures/plain, `NAME.txt` beside `NAME.rst`.

What a fixture holds after a line of `%` is not in the cell but on the page, after the table.
"""
import pathlib

from docutils import nodes, utils
from docutils.parsers.rst import Parser

from plain_text import blocks, settings

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "plain"


def page(fixture):
    cell, _, rest = fixture.partition("\n%\n")
    lines = ["       " + text if text else "" for text in cell.splitlines()]
    return ".. list-table::\n\n   * -\n" + "\n".join(lines) + "\n\n" + rest


def main():
    for path in sorted(FIXTURES.glob("*.rst")):
        document = utils.new_document(path.name, settings())
        Parser().parse(page(path.read_text(encoding="utf-8")), document)
        path.with_suffix(".txt").write_text(blocks(next(document.findall(nodes.entry))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
