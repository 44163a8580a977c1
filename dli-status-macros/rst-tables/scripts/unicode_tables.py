#!/usr/bin/env python3
"""Writes the character tables of the RST reader, measured on Python and docutils themselves.

    python3.11 -m venv /tmp/venv && /tmp/venv/bin/pip install docutils==0.22.4
    /tmp/venv/bin/python scripts/unicode_tables.py

Python 3.11 is the judge here (Unicode 14): it calls unassigned code points wide, so we do.
"""
import pathlib
import re
import sys
import unicodedata

import docutils
from docutils.utils import punctuation_chars as marks

SOURCE = pathlib.Path(__file__).resolve().parent.parent / "src"
HEAD = """\
//! %s
//!
//! Generated from Python %d.%d (Unicode %s) and docutils %s; do not edit, run
//! `python3.11 scripts/unicode_tables.py` (its head says what it needs).
"""


def characters(fits):
    return [code for code in range(0x80, 0x110000) if not 0xD800 <= code < 0xE000 and fits(chr(code))]


def ranges(codes):
    """Sorted code points as (first, last) pairs."""
    out = []
    for code in codes:
        if out and out[-1][1] == code - 1:
            out[-1][1] = code
        else:
            out.append([code, code])
    return out


def table(name, about, pairs, kind="u32"):
    form = "(0x%04X, 0x%04X)," if kind == "u32" else "('\\u{%X}', '\\u{%X}'),"
    items = [form % tuple(pair) for pair in pairs]
    lines, line = [], "   "
    for item in items:
        if len(line) + 1 + len(item) > 116:
            lines.append(line)
            line = "   "
        line += " " + item
    lines.append(line)
    return "\n/// %s\n#[rustfmt::skip]\npub(super) static %s: &[(%s, %s)] = &[\n%s\n];\n" % (
        about, name, kind, kind, "\n".join(lines))


def matching(pattern):
    compiled = re.compile(pattern)
    return ranges(characters(lambda char: compiled.match(char)))


def quotes():
    """Pairs of an opening and a closing character between which a start-string is quoted."""
    openers = sorted({char for char in marks.openers if ord(char) >= 0x80})
    return [[ord(left), ord(right)] for left in openers
            for right in sorted(set(marks.closers)) if marks.match_chars(left, right)]


def write(path, about, *tables):
    version = sys.version_info
    head = HEAD % (about, version.major, version.minor, unicodedata.unidata_version, docutils.__version__)
    (SOURCE / path).write_text(head + "".join(tables), encoding="utf-8")


def main():
    write("width/tables.rs", "Characters that count two columns, and those that count none; sorted, beyond ASCII.",
          table("WIDE", "East Asian Width W or F.",
                ranges(characters(lambda char: unicodedata.east_asian_width(char) in "WF"))),
          table("COMBINING", "A canonical combining class other than 0.", ranges(characters(unicodedata.combining))))
    write("inline/tables.rs", "Characters that inline markup looks at; sorted, beyond ASCII.",
          table("WORD", "Letters and digits, the parts of simple names.", matching(r"[^\W_]")),
          table("BEFORE_START", "Punctuation that may stand before a start-string.",
                matching("[%s%s]" % (marks.openers, marks.delimiters))),
          table("AFTER_END", "Punctuation that may stand after an end-string.",
                matching("[%s%s%s]" % (marks.closing_delimiters, marks.delimiters, marks.closers))),
          table("QUOTES", "Openers, each with what closes it.", quotes(), "char"))


if __name__ == "__main__":
    main()
