"""A sheet to hand out: a heading, a sentence, numbered steps and a few closing lines; as text, HTML or PDF.

It looks like a recipe card: nothing on it tells who wrote it for whom, or that it has to do with therapy.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape

from couplesone.rendering import pdf
from couplesone.rendering.pdf import Block

_STYLE = (
    "body{font:1.1rem/1.5 sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color:#1f2933;"
    "background:#fff}li{margin:.5rem 0}footer{margin-top:2rem;font-size:.9rem;color:#52606d}"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a sheet; ``closing`` are the lines below the steps."""

    title: str
    purpose: str
    steps: tuple[str, ...]
    closing: tuple[str, ...]
    language: str = "en"


def as_text(sheet: Sheet) -> str:
    """Return the sheet as plain text, at most 78 letters a line."""
    parts = [sheet.title, "=" * len(sheet.title), "", *textwrap.wrap(sheet.purpose, 78), ""]
    for number, step in enumerate(sheet.steps, 1):
        parts += textwrap.wrap(step, 78, initial_indent=f"{number}. ", subsequent_indent="   ")
    for line in sheet.closing:
        parts += ["", *textwrap.wrap(line, 78)]
    return "\n".join(parts) + "\n"


def as_html(sheet: Sheet) -> str:
    """Return the sheet as an HTML page that refers to nothing outside itself."""
    steps = "".join(f"<li>{escape(step)}</li>\n" for step in sheet.steps)
    closing = "".join(f"<p>{escape(line)}</p>\n" for line in sheet.closing)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(sheet.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(sheet.title)}</h1>\n<p>{escape(sheet.purpose)}</p>\n<ol>\n{steps}</ol>\n</main>\n"
        f"<footer>\n{closing}</footer>\n</body>\n</html>\n"
    )


def as_pdf(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF document."""
    blocks = [Block(sheet.title, size=20, bold=True), Block(sheet.purpose, size=12)]
    blocks += [Block(step, size=12, number=number) for number, step in enumerate(sheet.steps, 1)]
    blocks += [Block(line, size=9, above=16) for line in sheet.closing]
    return pdf.document(sheet.title, blocks, language=sheet.language)
