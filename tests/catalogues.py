"""The catalogues of texts, made from what is marked: ``python tests/catalogues.py`` writes them anew.

New texts come in without a translation, and those that are marked no more go out; what was translated stays.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from couplesone.rendering.translation import LOCALES, SOURCE, catalogue

SOURCES = Path(__file__).parents[1] / "src" / "couplesone"
FOLDER = SOURCES / "rendering" / "locales"
MARKS = {"message": None, "_": None, "gettext": None, "ngettext": (1, 2)}
METHODS = [("**.py", "python"), ("**.html", "jinja2")]


def marked() -> Catalog:
    """Return every text that is marked, with the files that it stands in."""
    found = Catalog(charset="utf-8")
    for name, _, texts, _, _ in extract_from_dir(SOURCES, METHODS, keywords=MARKS):
        found.add(texts, locations=[(name, 0)])
    return found


def rewritten(locale: str) -> bytes:
    """Return the file of a locale's catalogue, brought up to date."""
    kept = catalogue(locale)
    kept.update(marked(), no_fuzzy_matching=True)
    head = f"""\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {locale}\\n"
"Plural-Forms: {kept.plural_forms}\\n"

"""
    written = BytesIO()
    write_po(
        written,
        kept,
        width=110,
        omit_header=True,
        ignore_obsolete=True,
        sort_by_file=True,
        include_lineno=False,
    )
    return head.encode() + written.getvalue().lstrip()


def main() -> None:
    """Write every catalogue."""
    for locale in LOCALES:
        if locale != SOURCE:
            (FOLDER / f"{locale}.po").write_bytes(rewritten(locale))


if __name__ == "__main__":
    main()
