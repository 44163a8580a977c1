#!/usr/bin/env python3
"""Rewrites the plain text of the cells in tests/fixtures/plain, `NAME.txt` beside `NAME.rst`.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install docutils==0.22.4
    /tmp/venv/bin/python scripts/plain_fixtures.py

docutils reads the blocks; how they are set out in lines is the rule of this project, written down here a second
time, simply.
"""
import pathlib

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "plain"
HIDDEN = (nodes.comment, nodes.target, nodes.substitution_definition, nodes.system_message, nodes.raw,
          nodes.transition, nodes.pending)
VERBATIM = (nodes.literal_block, nodes.doctest_block, nodes.math_block)


def words(node):
    if isinstance(node, nodes.Text):
        return node.astext()
    if isinstance(node, nodes.image):
        return node.get("alt", "")
    return "".join(words(child) for child in node.children)


def line(node):
    return words(node).replace("\n", " ")


def hanging(mark, text, indent):
    first, *rest = text.split("\n")
    return "\n".join([(mark + first).rstrip()] + [" " * indent + other if other else "" for other in rest])


def together(kids):
    texts = [show(kid) for kid in kids]
    return "\n\n".join(text for text in texts if text)


def kids(node, kind):
    return [kid for kid in node.children if isinstance(kid, kind)]


def numbered(node):
    for number, item in enumerate(kids(node, nodes.list_item), node.get("start", 1)):
        mark = "%d. " % number
        yield hanging(mark, together(item), len(mark))


def definition(item):
    head = " : ".join(line(kid) for kid in kids(item, (nodes.term, nodes.classifier)))
    body = [together(kid) for kid in kids(item, nodes.definition)]
    return hanging("", "\n".join([head] + [text for text in body if text]), 2)


def option(item):
    names = [kid.astext() for group in kids(item, nodes.option_group) for kid in group]
    return hanging(", ".join(names) + "  ", together(item[-1]), 2)


def footnote(node):
    label = "".join(words(kid) for kid in kids(node, nodes.label))
    return hanging("[%s] " % label, together(kid for kid in node if not isinstance(kid, nodes.label)), 2)


def table(node):
    rows = "\n".join(" | ".join(" ".join(together(entry).split()) for entry in row) for row in node.findall(nodes.row)
                     if row.parent.parent.parent is node)
    title = [line(kid) for kid in kids(node, nodes.title)]
    return "\n\n".join(text for text in title + [rows] if text)


def show(node):
    if isinstance(node, HIDDEN):
        return ""
    if isinstance(node, VERBATIM):
        return node.astext()
    if isinstance(node, nodes.image):
        return node.get("alt", "")
    if isinstance(node, nodes.bullet_list):
        return "\n".join(hanging("- ", together(item), 2) for item in kids(node, nodes.list_item))
    if isinstance(node, nodes.enumerated_list):
        return "\n".join(numbered(node))
    if isinstance(node, nodes.definition_list):
        return "\n".join(definition(item) for item in kids(node, nodes.definition_list_item))
    if isinstance(node, nodes.field_list):
        return "\n".join(hanging(":%s: " % line(field[0]), together(field[1]), 2) for field in kids(node, nodes.field))
    if isinstance(node, nodes.option_list):
        return "\n".join(option(item) for item in kids(node, nodes.option_list_item))
    if isinstance(node, nodes.line_block):
        return "\n".join(show(kid) if isinstance(kid, nodes.line_block) else line(kid) for kid in node)
    if isinstance(node, nodes.attribution):
        return "-- " + line(node)
    if isinstance(node, nodes.table):
        return table(node)
    if isinstance(node, nodes.Admonition):
        return together([nodes.paragraph("", "[%s]" % node.tagname)] + node.children)
    if isinstance(node, (nodes.footnote, nodes.citation)):
        return footnote(node)
    if isinstance(node, nodes.TextElement):
        return line(node)
    return together(node)


def main():
    for path in sorted(FIXTURES.glob("*.rst")):
        settings = frontend.get_default_settings(Parser())
        settings.report_level = settings.halt_level = 5
        settings.raw_enabled = settings.file_insertion_enabled = False
        settings.syntax_highlight = "none"
        cell = ["       " + text if text else "" for text in path.read_text(encoding="utf-8").splitlines()]
        document = utils.new_document(path.name, settings)
        Parser().parse(".. list-table::\n\n   * -\n" + "\n".join(cell) + "\n", document)
        entry = next(document.findall(nodes.entry))
        path.with_suffix(".txt").write_text(together(entry) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
