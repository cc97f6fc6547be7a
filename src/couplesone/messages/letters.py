"""A message as a letter to print: the text, and above it the address that the window of an envelope shows."""

from __future__ import annotations

from couplesone.messages.gateway import text_of
from couplesone.messages.models import Message
from couplesone.rendering import pdf
from couplesone.rendering.pdf import Block


def letter_of(message: Message) -> tuple[bytes, str]:
    """Return a letter and its media type: PDF, or plain text where the PDF's font lacks a letter of it."""
    lines = (message.address or "").splitlines()
    text = text_of(message.body, message.enclosed)
    try:
        "".join((*lines, text)).encode("cp1252")
    except UnicodeEncodeError:
        return "\n".join((*lines, "", text, "")).encode(), "text/plain; charset=utf-8"
    blocks = [Block(line, above=72 if place == 0 else 0) for place, line in enumerate(lines)]
    paragraphs = [line for line in text.splitlines() if line.strip()]
    blocks += [Block(line, above=48 if place == 0 else 10) for place, line in enumerate(paragraphs)]
    return pdf.document(message.subject, blocks, language="en"), "application/pdf"
