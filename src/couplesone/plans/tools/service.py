"""Reading the catalogue, and the sheets that are handed out."""

from __future__ import annotations

from typing import Any

from couplesone.plans.shown import Shown
from couplesone.plans.tools.catalogue import CATALOGUE
from couplesone.plans.tools.codes import ToolCode
from couplesone.plans.tools.tool import Tool
from couplesone.rendering import sheet
from couplesone.rendering.sheet import Sheet
from couplesone.safety.blocks import SENTENCES
from couplesone.safety.codes import BlockCode

TEXT, HTML, PDF = "text/plain", "text/html", "application/pdf"
_FORBIDDEN_BY = [
    {"block": block, "sentence": sentence}
    for block, sentence in SENTENCES.items()
    if block is not BlockCode.NOT_SHOWN
]
FORMS = {"text": TEXT, "html": HTML, "pdf": PDF}


def every_tool() -> dict[str, Any]:
    """Return the catalogue, by skill."""
    return {"items": [_shown(tool) for tool in CATALOGUE.values()]}


def tool_of(code: ToolCode) -> Shown:
    """Return one tool."""
    return _shown(CATALOGUE[code])


def sheet_of(code: ToolCode, media_type: str) -> tuple[bytes, str]:
    """Return the sheet of a tool for a client, and its content type: no name, nothing of any case."""
    tool = CATALOGUE[code]
    made = Sheet(
        title=tool.title,
        purpose=tool.purpose,
        steps=tool.steps,
        closing=("Practise alone. Leave it whenever it does not feel right or safe.", _origin(tool)),
    )
    if media_type == PDF:
        return sheet.as_pdf(made), PDF
    words = sheet.as_html(made) if media_type == HTML else sheet.as_text(made)
    return words.encode(), f"{media_type}; charset=utf-8"


def _origin(tool: Tool) -> str:
    return f"Version {tool.version}. Wording under {tool.licence}. {tool.provenance.idea}"


def _shown(tool: Tool) -> Shown:
    return Shown(
        tool,
        idea_from=tool.provenance.idea,
        standing=tool.provenance.standing,
        contraindications=_FORBIDDEN_BY if tool.homework is not None else [],
    )
