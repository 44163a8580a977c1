#!/usr/bin/env python3
"""Writes random pages whose cells hold much markup, `NUMBER.rst`, each with what docutils reads in it, `NUMBER.jsonl`.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install docutils==0.22.4
    /tmp/venv/bin/python scripts/page_cases.py SEED COUNT FOLDER
    RST_PAGES=FOLDER cargo test -p rst-tables --test fixtures
"""
import pathlib
import random
import sys

from rst_fixtures import write_expected

WORDS = ["a", "Code", "200", "404", "x-y", "E_ERROR", "FOO", "Zoë", "漢字", "e\u0301", "a.b", "-1", "+", "1.", "A.", "(c)"]
INLINE = [
    "*it*", "**bold**", "``code``", "``a\\b``", "`title`", "`phrase`_", "`two words`_", "`text <https://e.org>`_",
    "`text <https://e.org>`__", "`text <name_>`_", "name_", "name__", "E_ERROR_", "FOO__", "__BAR__", "Section_",
    "noted_", "cit_", "auto_", "1_", "inside_", "overview_", "`Section two`_", "[1]_", "[2]_", "[#]_", "[#auto]_", "[*]_", "[Cit]_",
    "\\ [1]_", "(see [1]_)", "[1]_,", "|sub|", "|SUB|", "|im|", "|none|", "|copy|", "|loop|", "|sub|_", "|dangling|",
    ":sup:`2`", ":own:`o`", ":ref:`title <label>`", ":ref:`label`", ":rfc:`9110`", ":pep:`8`", ":raw:`r`", "_`inside`",
    "*open", "``open", "`open", "|open", "\\*", "\\\\", "\\ ", "a\\ **b**\\ c", "x*y", "https://e.org/a_b", "me@e.org",
    "https://e.org/c_", "(a) b", "i) j", "::", "\u3000", "\u00a0", "\u200b", "\0",
]
MARKERS = ["-", "*", "+", "•", "‣", "1.", "2)", "(3)", "a.", "B)", "(c)", "i.", "II)", "(iv)", "#.", "(#)", "z.", "mm.",
           "9.", "0.", "007.", "99999999999999999999."]
NEXT = {"1.": "2.", "2)": "3)", "(3)": "(4)", "a.": "b.", "B)": "C)", "(c)": "(d)", "i.": "ii.", "II)": "III)",
        "(iv)": "(v)", "9.": "10.", "z.": "#.", "mm.": "#.", "007.": "8.", "0.": "1."}
DEFINITIONS = [
    [".. _name:"], [".. _name: https://e.org/"], [".. _Two  Words: name_"], [".. _`phrase`: https://e.org/"],
    ["__ https://e.org/"], [".. __: https://e.org/"], [".. [1] One."], [".. [#auto] Auto."], [".. [#] Plain."],
    [".. [*] Star."], [".. [Cit] A citation."], [".. |sub| replace:: the *sub* |im| name_"],
    [".. |im| image:: i.png", "   :alt: picture"], [".. |copy| unicode:: 0xA9 .. sign"], [".. |loop| replace:: a |pool|"],
    [".. |pool| replace:: b |loop|"], [".. |dangling| replace:: E_ERROR_ and more"], [".. |bad| replace:: *bad"],
    [".. role:: own(literal)"], [".. default-role:: code"], [".. note::", "   :name: noted", "", "   Text."],
    [".. contents:: *Overview*"], ["Section", "======="], ["*Section* two", "-------------"], ["E_ERROR", "======="],
    [".. image:: i.png", "   :name: FOO"],
]


class Page:
    def __init__(self, seed):
        self.dice = random.Random(seed)

    def chance(self, share):
        return self.dice.random() < share

    def text(self, most=5):
        parts = []
        for _ in range(self.dice.randint(1, most)):
            parts.append(self.dice.choice(INLINE if self.chance(0.5) else WORDS))
            parts.append(self.dice.choice([" ", " ", " ", "", "-", "/"]))
        return "".join(parts[:-1]) or "x"

    def lines(self):
        return [self.text() for _ in range(self.dice.choice([1, 1, 1, 2, 3]))]

    def indented(self, lines, width):
        return [" " * width + line if line else "" for line in lines]

    def item(self, mark, lines):
        first, *rest = lines
        width = len(mark) + 1
        return [(mark + " " + first).rstrip()] + self.indented(rest, width)

    def list(self, depth):
        mark, out = self.dice.choice(MARKERS), []
        for _ in range(self.dice.randint(1, 3)):
            content = [""] if self.chance(0.2) else self.blocks(depth - 1) if self.chance(0.3) else self.lines()
            out += self.item(mark, content) + [""] * self.chance(0.3)
            mark = NEXT.get(mark, mark)
        return out

    def block(self, depth):
        kind = self.dice.randrange(15 if depth else 5)
        if kind < 4:
            return self.lines()
        if kind == 4:
            return ["| " + line for line in self.lines()]
        if kind < 8:
            return self.list(depth)
        inner = self.blocks(depth - 1) if self.chance(0.3) else self.lines()
        if kind == 8:
            return [" : ".join(self.text(2) for _ in range(self.dice.randint(1, 3)))] + self.indented(inner, 2)
        if kind == 9:
            return [":" + self.text(2) + ":"] + self.indented(inner, 3)
        if kind == 10:
            return ["-a, --all=FILE  "] + self.indented(inner, 3)
        if kind == 11:
            return [self.text(2) + "::", ""] + self.indented(inner, 2)
        if kind == 12:
            return [".. note::", ""] + self.indented(inner, 3)
        if kind == 13:
            return ["Quote:", ""] + self.indented(inner, 2) + ["", "  -- " + self.text(2)]
        return list(self.dice.choice(DEFINITIONS))

    def blocks(self, depth):
        out = self.block(depth)
        while self.chance(0.3):
            out += [""] * self.chance(0.9) + self.block(depth)
        return out

    def cell(self):
        return [self.text(3)] if self.chance(0.5) else self.blocks(2)

    def list_table(self):
        out, columns = [".. list-table:: " + self.text(3), ""], self.dice.randint(1, 3)
        for _ in range(self.dice.randint(1, 4)):
            for column in range(columns):
                first, *rest = self.cell()
                out.append((("   * - " if column == 0 else "     - ") + first).rstrip())
                out += self.indented(rest, 7)
        return out

    def grid(self):
        """A table of one column, wide enough for any text whatever its characters count."""
        border, out = "+" + "-" * 120 + "+", []
        for _ in range(self.dice.randint(1, 4)):
            out += [border] + ["| " + line.ljust(119) + "|" for line in self.cell() if line.isascii() and len(line) < 119]
        return out + [border]

    def page(self):
        definitions = self.dice.sample(DEFINITIONS, self.dice.randint(0, len(DEFINITIONS)))
        tables = [self.grid() if self.chance(0.4) else self.list_table() for _ in range(self.dice.randint(1, 3))]
        parts = definitions + tables
        self.dice.shuffle(parts)
        return "\n\n".join("\n".join(part) for part in parts) + "\n"


def main():
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / ("%d.rst" % number)
        path.write_text(Page("%d/%d" % (seed, number)).page(), encoding="utf-8", newline="\n")
        write_expected(path)


if __name__ == "__main__":
    main()
