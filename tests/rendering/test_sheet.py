"""Sheets as text, HTML and PDF."""

from __future__ import annotations

import re
import zlib
from html.parser import HTMLParser

import pytest

from couplesone.rendering import pdf
from couplesone.rendering.pdf import Block
from couplesone.rendering.sheet import Sheet, as_html, as_pdf, as_text

SHEET = Sheet(
    title="Tea & <calm>",
    purpose="To come down. " * 12,
    steps=("Boil (or heat) the water.", "Wait \\ five minutes. " * 9),
    closing=("Version 1.",),
)


def pages(document: bytes) -> list[str]:
    """Return what is set on each page, one line of text a line."""
    found = []
    for stream in re.findall(rb"stream\n(.*?)\nendstream", document, re.DOTALL):
        content = zlib.decompress(stream).decode("cp1252")
        texts = re.findall(r"\((.*?)(?<!\\)\) Tj|\((.*?)(?<!\\)\)\nTj", content, re.DOTALL)
        found.append("\n".join(re.sub(r"\\(.)", r"\1", first or second) for first, second in texts))
    return found


def test_the_text_has_numbered_steps_and_short_lines() -> None:
    lines = as_text(SHEET).splitlines()
    assert lines[:2] == ["Tea & <calm>", "============"]
    assert "1. Boil (or heat) the water." in lines
    assert lines[-1] == "Version 1."
    assert max(map(len, lines)) <= 78


def test_the_page_is_well_formed_escaped_and_refers_to_nothing() -> None:
    html = as_html(SHEET)
    assert "<h1>Tea &amp; &lt;calm&gt;</h1>" in html
    assert html.count("<li>") == 2
    assert '<html lang="en">' in html
    assert not re.search(r"src=|href=|url\(|@import|<script", html)
    parser = HTMLParser()
    parser.feed(html)
    parser.close()


def test_the_pdf_says_the_same_and_is_the_same_each_time() -> None:
    made = as_pdf(SHEET)
    assert made.startswith(b"%PDF-1.7\n")
    assert made.rstrip().endswith(b"%%EOF")
    assert made == as_pdf(SHEET)
    (page,) = pages(made)
    said = " ".join(page.split())
    for words in (SHEET.title, *SHEET.steps, *SHEET.closing):
        assert " ".join(words.split()) in said
    assert b"CreationDate" not in made
    assert b"Author" not in made


def test_a_long_document_goes_on_on_the_next_page() -> None:
    blocks = [Block(f"Line {number}") for number in range(200)]
    found = pages(pdf.document("Long", blocks, language="en"))
    assert len(found) > 1
    assert [line for page in found for line in page.splitlines()] == [f"Line {n}" for n in range(200)]


@pytest.mark.parametrize("bold", [False, True])
def test_no_line_is_wider_than_its_room_unless_it_is_one_word(bold: bool) -> None:
    text = "a bb CCC dddd WWWWW " * 20 + "x" * 200
    for line in pdf.wrapped(text, 200, 12, bold=bold):
        assert pdf.width_of(line, 12, bold=bold) <= 200 or " " not in line
    assert " ".join(pdf.wrapped(text, 200, 12)) == " ".join(text.split())


def test_letters_that_the_font_lacks_become_question_marks() -> None:
    (page,) = pages(pdf.document("x", [Block("Grüße, 你好")], language="en"))
    assert page == "Grüße, ??"
    assert pdf.width_of("ü", 1000) == 556
    assert pdf.width_of("Wi", 1000) == 944 + 222
    assert pdf.wrapped("", 100, 10) == []
