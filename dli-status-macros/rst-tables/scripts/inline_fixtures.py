#!/usr/bin/env python3
"""What docutils makes of inline markup, for the fixtures in tests/fixtures/inline.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install docutils==0.22.4
    /tmp/venv/bin/python scripts/inline_fixtures.py             # rewrites the fixtures
    /tmp/venv/bin/python scripts/inline_fixtures.py SEED COUNT  # prints random cases instead

A case is the lines of one paragraph and, behind `=> `, its plain text; cases are set apart by blank lines. Lines
that begin with `.. ` are definitions for the paragraph. Random cases are one a line, definitions, paragraph
and plain text between tabs, a line break coded as `%A;`: `RST_CASES=FILE cargo test -p rst-tables random_cases`
reads them.
"""
import pathlib
import random
import re
import sys

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser, roles, states
from docutils.utils import unescape

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "inline"
SETTINGS = {"report_level": 5, "halt_level": 5, "warning_stream": False, "file_insertion_enabled": False,
            "raw_enabled": False, "syntax_highlight": "none", "pep_references": False, "rfc_references": False}
TITLE = re.compile(r"^(.+?)\s*(?<!\x00)<([^<]*?)>$", re.DOTALL)


def settings():
    made = frontend.get_default_settings(Parser())
    for name, value in SETTINGS.items():
        setattr(made, name, value)
    return made


def unknown_role(role, rawtext, text, lineno, inliner, options=None, content=None):
    """A role docutils lacks shows its text, or the title before a target."""
    match = TITLE.match(text)
    return [nodes.inline(rawtext, match.group(1) if match else text)], []


known_role = roles.role


def role_or_unknown(name, *args):
    found, messages = known_role(name, *args)
    return found or unknown_role, messages


roles.role = role_or_unknown


def words(node, document, seen=()):
    """The text of inline nodes, substitutions resolved."""
    if isinstance(node, nodes.Text):
        return node.astext()
    if isinstance(node, nodes.image):
        return node.get("alt", "")
    if isinstance(node, (nodes.system_message, nodes.raw)):
        return ""
    if isinstance(node, nodes.substitution_reference):
        name = node["refname"]
        if name not in document.substitution_defs:
            name = document.substitution_names.get(name.lower())
        if name is None or name in seen:
            return "|%s|" % node.astext()
        return "".join(words(child, document, seen + (name,))
                       for child in document.substitution_defs[name].children)
    return "".join(words(child, document, seen) for child in node.children)


def plain(definitions, paragraph):
    document = utils.new_document("case", settings())
    saved = dict(roles._roles)
    try:
        Parser().parse("\n\n".join(definitions) or "..", document)
        for line in definitions:
            # Parsing forgets the default role at its end.
            if line.startswith(".. default-role:: "):
                roles._roles[""] = roles.role(line.split("::")[1].strip(), states.languages.get_language(
                    "en", document.reporter), 1, document.reporter)[0]
        inliner = states.Inliner()
        inliner.init_customizations(document.settings)
        memo = states.Struct(document=document, reporter=document.reporter, inliner=inliner,
                             language=states.languages.get_language("en", document.reporter))
        found, _ = inliner.parse(paragraph.rstrip(), 1, memo, document)
        return "".join(words(node, document) for node in found).replace("\n", " ")
    finally:
        roles._roles.clear()
        roles._roles.update(saved)


def rewrite(path):
    cases = []
    for case in path.read_text(encoding="utf-8").strip("\n").split("\n\n"):
        lines = [line for line in case.split("\n") if not line.startswith("=> ") and line != "=>"]
        definitions = [line for line in lines if line.startswith(".. ")]
        paragraph = "\n".join(line for line in lines if not line.startswith(".. "))
        cases.append("\n".join(lines + [("=> " + plain(definitions, paragraph)).rstrip(" ")]))
    path.write_text("\n\n".join(cases) + "\n", encoding="utf-8")


PARTS = ("* ** ` `` _ __ | || : :: < > [ ] ( ) { } \\ \\\\ . , ; - + / # ! ? ' \" ~ @ = & a b Zoë x1 ß 中 é\u0301 _` `_ "
         "`__ ]_ |_ |__ :sup: :code: :math: :ref: :raw: :pep: :rfc: :emphasis: :literal: :a.b-c: [1]_ [#]_ [#n]_ [*]_ "
         "[cit]_ http://a.b/c mailto:x@y.z x@y.z <u> <n_> \\ * *a* **b** ``c`` `d` `e`_ f_ g__ _`h` |s| |T| |im| "
         "|loop| |none| « » “ ” „ ‘ ’ ‚ › ‹ ¿ … – — 、 。 「 」 8 2324 0012 1_0 \u00b2 \u0663 \u0300 \u00a0 \u2028 \u3000 \u200b "
         "\x1f ـ ७ Ⅷ ⓐ").split(" ") + [" ", " ", " ", " ", "\n", "\\ ", "\\\n", " <", "> ", "\t",
    ":ref:`", ":sup:`", ":rfc:`", ":pep:`", "` ", "`_ ", "`__.", " <", ">`_", ">`__", "_>`_", "<>`_", "\\_>`_", "`:ref: ", "`:pep:",
    "a <", "\\<", "\\>", "\\_", "\\`", "``", "http:", "#", "\0", "\0 "]
DEFINITIONS = [".. |s| replace:: sub *st* ``i`` |t|", ".. |t| replace:: tt", ".. |T| replace:: big |nil|",
               ".. |im| image:: x.png", ".. |loop| replace:: l |pool| x", ".. |pool| replace:: p |loop| y",
               ".. |b a| replace:: *ba*"]


def random_cases(seed, count):
    dice = random.Random(seed)
    for _ in range(count):
        parts = dice.sample(PARTS, dice.randint(1, 12)) if dice.random() < 0.5 else PARTS
        text = "".join(dice.choice(parts) for _ in range(dice.randint(1, 16))).strip()
        definitions = list(DEFINITIONS)
        if dice.random() < 0.3:
            own = " ".join("".join(dice.choice(PARTS) for _ in range(dice.randint(1, 4))).split())
            if own and not re.match(r"[-+*•‣⁃.:|>_]|\w+[.)]|\(|https?://|.*::$|\S*::|\.\.|__|[^\w\s]+$", own):
                definitions.append(".. |own| replace:: " + own.strip())
                text = "|own| " + text
        if dice.random() < 0.1:
            definitions.append(".. role:: %s%s" % dice.choice(
                [("sup", ""), ("ref", ""), ("a.b-c", "(code)"), ("ref", "(raw)"), ("code", "(emphasis)")]))
        if dice.random() < 0.1:
            definitions.append(".. default-role:: " + dice.choice(["code", "rfc", "ref", "raw", ""]))
        try:
            yield definitions, text, plain(definitions, text)
        except Exception as error:
            print(repr(text), repr(error), file=sys.stderr)


def coded(text):
    """On one line: each character that could break it as `%`, its number and `;`."""
    return "".join("%%%X;" % ord(char) if char == "%" or not char.isprintable() else char for char in text)


def main():
    if len(sys.argv) == 3:
        for definitions, text, shown in random_cases(int(sys.argv[1]), int(sys.argv[2])):
            print(coded("\n".join(definitions)), coded(text), coded(shown), sep="\t")
    else:
        for path in sorted(FIXTURES.glob("*.txt")):
            rewrite(path)


if __name__ == "__main__":
    main()
