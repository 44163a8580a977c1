#!/usr/bin/env python3
"""What docutils makes of inline markup, for the fixtures in tests/fixtures/inline.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install docutils==0.22.4
    /tmp/venv/bin/python scripts/inline_fixtures.py             # rewrites the fixtures
    /tmp/venv/bin/python scripts/inline_fixtures.py SEED COUNT  # prints random cases instead

A case is the lines of one paragraph and, after `=> `, its plain text; there is a blank line between cases. Lines that
begin with `.. ` are definitions for the paragraph. Random cases are one per line: definitions, paragraph and plain
text, separated by tabs, a line break written as `%A;`: `RST_CASES=FILE cargo test -p rst-tables random_cases`
reads them.
"""
import pathlib
import random
import re
import sys

from docutils import nodes, utils
from docutils.parsers.rst import Parser, roles, states

from plain_text import line, settings

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "inline"


def plain(definitions, paragraph):
    document = utils.new_document("case", settings())
    saved = dict(roles._roles)
    try:
        Parser().parse("\n\n".join(definitions) or "..", document)
        for definition in definitions:
            # Parsing forgets the default role at its end.
            if definition.startswith(".. default-role:: "):
                roles._roles[""] = roles.role(definition.split("::")[1].strip(), states.languages.get_language(
                    "en", document.reporter), 1, document.reporter)[0]
        inliner = states.Inliner()
        inliner.init_customizations(document.settings)
        memo = states.Struct(document=document, reporter=document.reporter, inliner=inliner,
                             language=states.languages.get_language("en", document.reporter))
        found, _ = inliner.parse(paragraph.rstrip(), 1, memo, document)
        container = nodes.paragraph("", "", *found)
        document += container
        return line(container)
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
               ".. |b a| replace:: *ba*", ".. |e| replace:: e_ __ f_ ``g_``"]
TARGETS = [".. _f: https://example.com", ".. _a:", ".. _e: f_", ".. __: https://example.com", ".. [1] one",
           ".. [#n] a note", ".. [cit] a citation"]
# Numbers that Python reads and we refuse, as they are mistakes.
ODD_NUMBER = re.compile(r"(pep|rfc).*[_+\u0663\u096d]", re.DOTALL | re.IGNORECASE)


def random_cases(seed, count):
    dice = random.Random(seed)
    for _ in range(count):
        parts = dice.sample(PARTS, dice.randint(1, 12)) if dice.random() < 0.5 else PARTS
        text = "".join(dice.choice(parts) for _ in range(dice.randint(1, 16))).strip()
        definitions = DEFINITIONS + [target for target in TARGETS if dice.random() < 0.3]
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
        if ODD_NUMBER.search("".join(definitions) + text):
            continue
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
