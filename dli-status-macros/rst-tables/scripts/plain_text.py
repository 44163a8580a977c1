"""The plain text of docutils' nodes: the rule of this project, written down a second time, simply.

The scripts beside this one write what is expected of the reader with it. They need docutils from PyPI:

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install docutils==0.22.4
"""
import re

from docutils import __version__, frontend, nodes
from docutils.parsers.rst import Parser, roles

assert __version__ == "0.22.4", "docutils 0.22.4 is the judge, this is " + __version__

SETTINGS = {
    "report_level": 5, "halt_level": 5, "warning_stream": False, "file_insertion_enabled": False,
    "raw_enabled": False, "syntax_highlight": "none", "line_length_limit": 1 << 40, "pep_references": False,
    "rfc_references": False,
}
HIDDEN = (nodes.comment, nodes.target, nodes.substitution_definition, nodes.system_message, nodes.pending, nodes.raw,
          nodes.transition)
PREFORMATTED = (nodes.literal_block, nodes.doctest_block, nodes.math_block)
NOTE_REFERENCES = (nodes.footnote_reference, nodes.citation_reference)
ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]


def settings():
    made = frontend.get_default_settings(Parser())
    for name, value in SETTINGS.items():
        setattr(made, name, value)
    return made


# Roles that docutils lacks show their text, or the title before a target.

TITLE = re.compile(r"^(.+?)\s*(?<!\x00)<([^<]*?)>$", re.DOTALL)


def unknown_role(_role, rawtext, text, *_rest, **_more):
    title = TITLE.match(text)
    return [nodes.inline(rawtext, title[1] if title else text)], []


find_role = roles.role
roles.role = lambda name, *rest: (find_role(name, *rest)[0] or unknown_role, [])


# Inline text.

NOTE = object()


def line(node):
    """The words of an inline container, its line breaks shown as blanks."""
    text, notes = "", 0
    for part in parts(node):
        if part is NOTE:
            text, notes = text.rstrip(), notes + 1
        elif notes == 1 and not text:
            text = part.lstrip()
        else:
            text += part
    return text.replace("\n", " ")


def parts(node, within=()):
    """The texts of an inline container, and `NOTE` where a footnote or a citation is referred to."""
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child.astext()
        elif isinstance(child, nodes.image):
            yield child.get("alt", "")
        elif isinstance(child, NOTE_REFERENCES):
            yield NOTE
        elif isinstance(child, nodes.substitution_reference):
            yield from substituted(child, within)
        elif isinstance(child, nodes.reference) and is_dangling(child):
            yield child.rawsource
        elif not isinstance(child, (nodes.system_message, nodes.raw)):
            yield from parts(child, within)


def substituted(reference, within):
    document = reference.document
    name = reference["refname"]
    if name not in document.substitution_defs:
        name = document.substitution_names.get(name.lower())
    if name is None or name in within:
        return ["|%s|" % reference.astext()]
    return parts(document.substitution_defs[name], within + (name,))


def is_dangling(reference):
    """Whether it is a name without backquotes that nothing defines."""
    if not re.search(r"^[^`|].*_$", reference.rawsource, re.DOTALL):
        return False
    names, any_anonymous = definitions(reference.document)
    if reference.get("anonymous"):
        return not any_anonymous
    return "refname" in reference and reference["refname"] not in names


def definitions(document):
    """The names that blocks outside of tables define, and whether there are anonymous targets."""
    names, any_anonymous = set(), False
    for node in document.findall(nodes.Element):
        is_inline = isinstance(node.parent, nodes.TextElement)
        if is_inline or isinstance(node, nodes.substitution_definition) or is_in_table(node):
            continue
        names |= set(node.get("names", [])) | set(node.get("dupnames", []))
        any_anonymous |= isinstance(node, nodes.target) and "anonymous" in node
    return names, any_anonymous


def is_in_table(node):
    while node is not None and not isinstance(node, nodes.entry):
        node = node.parent
    return node is not None


# Blocks.

def blocks(children):
    return "\n\n".join(filter(None, map(block, children)))


def item(mark, text, indent):
    first, *rest = text.split("\n")
    return "\n".join([(mark + first).rstrip()] + [" " * indent + one if one else "" for one in rest])


def enumerator(form, number):
    if form == "arabic":
        return str(number)
    text = ""
    if form.endswith("roman"):
        for value, digits in ROMAN:
            text, number = text + digits * (number // value), number % value
    while number:
        text, number = chr(ord("a") + (number - 1) % 26) + text, (number - 1) // 26
    return text.upper() if form.startswith("upper") else text


def enumerated_items(node):
    for number, each in enumerate(node, node.get("start", 1)):
        mark = node["prefix"] + enumerator(node["enumtype"], number) + node["suffix"] + " "
        yield item(mark, blocks(each), len(mark))


def definition(each):
    head = " : ".join(line(part) for part in each if not isinstance(part, nodes.definition))
    body = blocks(each[-1])
    return item("", head + ("\n" + body if body else ""), 2)


def option(each):
    return item(", ".join(one.astext() for one in each[0]) + "  ", blocks(each[1]), 2)


def note(node):
    label = "".join(part.astext() for part in node if isinstance(part, nodes.label))
    return item("[%s] " % label, blocks(part for part in node if not isinstance(part, nodes.label)), 2)


def rows_of(table, *kinds):
    groups = (group for group in table if isinstance(group, nodes.tgroup))
    return [row for group in groups for part in group if isinstance(part, kinds) for row in part]


def inner_table(node):
    rows = (" | ".join(" ".join(blocks(cell).split()) for cell in row)
            for row in rows_of(node, nodes.thead, nodes.tbody))
    titles = [line(title) for title in node if isinstance(title, nodes.title)]
    return "\n\n".join(filter(None, titles + ["\n".join(rows)]))


def block(node):
    if isinstance(node, HIDDEN):
        return ""
    if isinstance(node, PREFORMATTED):
        return node.astext()
    if isinstance(node, nodes.image):
        return node.get("alt", "")
    if isinstance(node, nodes.bullet_list):
        return "\n".join(item(node["bullet"] + " ", blocks(each), 2) for each in node)
    if isinstance(node, nodes.enumerated_list):
        return "\n".join(enumerated_items(node))
    if isinstance(node, nodes.definition_list):
        return "\n".join(map(definition, node))
    if isinstance(node, nodes.field_list):
        return "\n".join(item(":%s: " % line(each[0]), blocks(each[1]), 2) for each in node)
    if isinstance(node, nodes.option_list):
        return "\n".join(map(option, node))
    if isinstance(node, nodes.line_block):
        return "\n".join(block(each) if isinstance(each, nodes.line_block) else line(each) for each in node)
    if isinstance(node, nodes.attribution):
        return "-- " + line(node)
    if isinstance(node, nodes.table):
        return inner_table(node)
    if isinstance(node, nodes.Admonition):
        return "\n\n".join(filter(None, ["[%s]" % node.tagname, blocks(node)]))
    if isinstance(node, (nodes.footnote, nodes.citation)):
        return note(node)
    return line(node) if isinstance(node, nodes.TextElement) else blocks(node)
