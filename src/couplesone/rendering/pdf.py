"""Plain documents as PDF: headings, paragraphs and numbered steps on A4, set in the standard font Helvetica.

Equal input gives equal bytes: nothing says when, where or by whom a document was made. Western European letters are
set (code page 1252); any other letter becomes a question mark, so a text that needs more is handed out as HTML.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pydyf

_WIDTH, _HEIGHT, _MARGIN = 595, 842, 64
_INDENT = 22
_OTHER_WIDTH = 556
_WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
    556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
    556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
    500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
"""How wide Helvetica sets the characters from the space to the tilde, in thousandths of the type size."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text: its size in points, whether it is bold, the space above it, and a number before it."""

    text: str
    size: int = 11
    bold: bool = False
    above: int = 10
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    block: Block
    first: bool

    @property
    def left(self) -> int:
        return _MARGIN + (_INDENT if self.block.number is not None else 0)

    @property
    def height(self) -> float:
        return self.block.size * 1.4 + (self.block.above if self.first else 0)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is, in points; of bold letters a little more than they need."""
    thousandths = sum(_WIDTHS[ord(letter) - 32] if " " <= letter <= "~" else _OTHER_WIDTH for letter in text)
    return thousandths * size / 1000 * (1.08 if bold else 1)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines of at most ``room`` points; a word that is longer stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def document(title: str, blocks: Sequence[Block], *, language: str) -> bytes:
    """Return a PDF document with the blocks, one below the other, over as many pages as they need."""
    pdf = pydyf.PDF()
    pdf.info["Title"] = pydyf.String(title)
    pdf.catalog["Lang"] = pydyf.String(language)
    fonts = pydyf.Dictionary({"Regular": _font("Helvetica"), "Bold": _font("Helvetica-Bold")})
    for lines in _pages(blocks):
        content = pydyf.Stream(compress=True)
        _set(content, lines)
        pdf.add_object(content)
        pdf.add_page(
            pydyf.Dictionary(
                {
                    "Type": "/Page",
                    "Parent": pdf.pages.reference,
                    "MediaBox": pydyf.Array([0, 0, _WIDTH, _HEIGHT]),
                    "Contents": content.reference,
                    "Resources": pydyf.Dictionary({"Font": fonts}),
                }
            )
        )
    written = io.BytesIO()
    pdf.write(written)
    return written.getvalue()


def _font(name: str) -> pydyf.Dictionary:
    return pydyf.Dictionary(
        {"Type": "/Font", "Subtype": "/Type1", "BaseFont": f"/{name}", "Encoding": "/WinAnsiEncoding"}
    )


def _lines(blocks: Sequence[Block]) -> Iterator[_Line]:
    for block in blocks:
        room = _WIDTH - 2 * _MARGIN - (_INDENT if block.number is not None else 0)
        for place, text in enumerate(wrapped(block.text, room, block.size, bold=block.bold)):
            yield _Line(text, block, first=place == 0)


def _pages(blocks: Sequence[Block]) -> list[list[_Line]]:
    pages: list[list[_Line]] = [[]]
    free = float(_HEIGHT - 2 * _MARGIN)
    for line in _lines(blocks):
        if line.height > free:
            pages.append([])
            free = float(_HEIGHT - 2 * _MARGIN)
        pages[-1].append(line)
        free -= line.height
    return pages


def _set(content: pydyf.Stream, lines: Sequence[_Line]) -> None:
    y = float(_HEIGHT - _MARGIN)
    for line in lines:
        y -= line.height
        if line.first and line.block.number is not None:
            _write(content, _MARGIN, y, f"{line.block.number}.", line.block)
        _write(content, line.left, y, line.text, line.block)


def _write(content: pydyf.Stream, x: float, y: float, words: str, block: Block) -> None:
    content.begin_text()
    content.set_font_size("Bold" if block.bold else "Regular", block.size)
    content.set_text_matrix(1, 0, 0, 1, x, round(y, 2))
    content.show_text_string(words.encode("cp1252", errors="replace"))
    content.end_text()
