#!/usr/bin/env python3
"""Writes what docutils reads in the pages of tests/fixtures/rst, or of other folders: beside each NAME.rst a NAME.jsonl.

    pip install docutils==0.22.4
    scripts/rst_fixtures.py [FOLDER ...]

A line of it is a table, in document order: its kind, the line it begins on, label, title, the number of columns, and
its rows of cells, each with its lines (`raw`), its plain text and its spans; or docutils' complaint in place of these.
"""
import json
import pathlib
import sys

from docutils import nodes, utils
from docutils.parsers import rst
from docutils.parsers.rst import Directive, directives, roles, states, tableparser
from docutils.parsers.rst.directives import tables

from plain_text import blocks, line, rows_of, settings

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "rst"


# What docutils is watched at.

class Watch:
    """The tables of a page as the parser meets them."""

    def __init__(self):
        self.seen = []
        self.inside = 0

    def add(self, kind, line):
        entry = {"kind": kind, "line": line, "node": None, "cells": None, "fault": None}
        self.seen.append(entry)
        return entry


watch = Watch()


def complaint(node):
    first, _, rest = node.next_node(nodes.paragraph).astext().partition("\n")
    return first, rest or None


def note_outcome(entry, result):
    for node in result:
        if isinstance(node, nodes.table):
            entry["node"] = node
            entry["cells"] = getattr(node, "cells_read", None)
            return
    faults = [complaint(node) for node in result if isinstance(node, nodes.system_message)]
    faults.sort(key=lambda fault: fault[0] != "Malformed table.")
    entry["fault"] = next(iter(faults), None)


def wrap(owner, name, around):
    inner = getattr(owner, name)
    setattr(owner, name, lambda self, *args, **more: around(inner, self, *args, **more))


def around_table(inner, state, isolate, parser_class):
    if watch.inside:
        return inner(state, isolate, parser_class)
    kind = "grid" if parser_class is tableparser.GridTableParser else "simple"
    machine = state.state_machine
    entry = watch.add(kind, machine.input_lines.info(machine.line_offset)[1] + 1)
    result, blank_finish = inner(state, isolate, parser_class)
    note_outcome(entry, result)
    return result, blank_finish


def around_build(inner, state, data, *args, **more):
    watch.inside += 1
    try:
        node = inner(state, data, *args, **more)
    finally:
        watch.inside -= 1
    node.cells_read = [[cell for cell in row if cell is not None] for part in data[1:] for row in part]
    return node


def around_parse(inner, parser, block):
    try:
        return inner(parser, block)
    except (AssertionError, IndexError, KeyError) as error:
        raise tableparser.TableMarkupError("internal: " + type(error).__name__)


def around_directive(inner, state, directive, match, name, presets):
    kinds = {tables.RSTTable: "table", tables.ListTable: "list-table", tables.CSVTable: "csv-table"}
    kind = kinds.get(directive)
    if watch.inside or kind is None:
        return inner(state, directive, match, name, presets)
    before = len(watch.seen)
    entry = watch.add(kind, state.state_machine.abs_line_number())
    watch.inside += kind != "table"
    try:
        result, blank_finish = inner(state, directive, match, name, presets)
    finally:
        watch.inside -= kind != "table"
    note_outcome(entry, result)
    told = any(seen["fault"] and seen["kind"] in ("grid", "simple") for seen in watch.seen[before + 1:])
    if kind == "table" and (entry["node"] is not None or told):
        watch.seen.remove(entry)
    return result, blank_finish


wrap(states.Body, "table", around_table)
wrap(states.Body, "build_table", around_build)
wrap(states.Body, "run_directive", around_directive)
wrap(tableparser.TableParser, "parse", around_parse)


# What docutils does not know.

class AnyOption(dict):
    def __bool__(self):
        return True

    def __missing__(self, name):
        return directives.unchanged


class InPlace(Directive):
    option_spec = AnyOption()
    has_content = True

    def run(self):
        holder = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, holder)
        return holder.children


class InPlaceBehindArgument(InPlace):
    optional_arguments = 1
    final_argument_whitespace = True


class Literal(InPlaceBehindArgument):
    def run(self):
        text = "\n".join(self.content)
        return [nodes.literal_block(text, text)] if text else []


class Nothing(Literal):
    def run(self):
        return []


for known, names in {
    Literal: "code code-block sourcecode literalinclude graphviz productionlist testcode testoutput testsetup doctest "
             "uml mermaid",
    Nothing: "toctree highlight tabularcolumns index currentmodule sectionauthor codeauthor default-domain",
    InPlaceBehindArgument: "only ifconfig versionadded versionchanged deprecated",
}.items():
    for name in names.split():
        directives.register_directive(name, known)

find_directive = directives.directive
directives.directive = lambda name, *rest: (find_directive(name, *rest)[0] or InPlace, [])


# Pages.

def label(node):
    siblings = node.parent.children[:node.parent.index(node)]
    before = [each for each in siblings if not isinstance(each, nodes.system_message)][-1:]
    for target in before:
        if isinstance(target, nodes.target) and not {"refuri", "refname", "anonymous"} & set(target.attributes):
            names = target["names"] or target["dupnames"]
            return names[-1] if names else None
    return None


def of_page(node, document):
    while node.parent is not None and not isinstance(node.parent, nodes.table):
        node = node.parent
    return node is document


def record(entry):
    node, out = entry["node"], {"line": entry["line"], "kind": entry["kind"]}
    if entry["fault"]:
        return out | dict(zip(("error", "detail"), entry["fault"]))
    shape = iter(entry["cells"] or ())

    def rows(part):
        for row in rows_of(node, part):
            raws = [cell[3] for cell in next(shape, [])]
            yield [{"text": blocks(cell), "raw": "\n".join(raws[at]) if raws else None,
                    "rowspan": cell.get("morerows", 0) + 1, "colspan": cell.get("morecols", 0) + 1}
                   for at, cell in enumerate(row)]

    title = next((line(each) for each in node if isinstance(each, nodes.title)), None)
    out |= {"label": label(node), "title": title, "columns": node.next_node(nodes.tgroup)["cols"]}
    return out | {"head": list(rows(nodes.thead)), "body": list(rows(nodes.tbody))}


def read(page):
    global watch
    watch = Watch()
    document = utils.new_document("page", settings())
    known = dict(roles._roles)
    rst.Parser().parse(page, document)
    roles._roles.clear()
    roles._roles.update(known)
    return [record(entry) for entry in watch.seen
            if entry["fault"] or entry["node"] is not None and of_page(entry["node"], document)]


def write_expected(page):
    """Writes what docutils reads in a page beside it."""
    records = read(page.read_bytes().decode("utf-8-sig", "replace"))
    lines = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n" for one in records)
    page.with_suffix(".jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    folders = [pathlib.Path(folder) for folder in sys.argv[1:]] or [FIXTURES]
    for path in sorted(path for folder in folders for path in folder.glob("*.rst")):
        write_expected(path)
