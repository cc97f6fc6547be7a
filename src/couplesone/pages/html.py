"""Rendering pages in the reader's language: values escaped, one style and one script, both allowed by their hash."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from couplesone.rendering.translation import translator

_TEMPLATES: Final = Path(__file__).with_name("templates")


@cache
def _environment(locale: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    texts = translator(locale).texts
    install: Any = environment.install_gettext_callables  # type: ignore[attr-defined] # added by the extension
    install(texts.gettext, texts.ngettext, newstyle=True)
    environment.globals["locale"] = locale
    return environment


@cache
def _inline(name: str) -> str:
    """Return the style or the script as it stands in every page."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hash(name: str) -> str:
    return base64.b64encode(hashlib.sha256(_inline(name).encode()).digest()).decode()


@cache
def policy() -> str:
    """Return the Content-Security-Policy of every page: forms to ourselves, our style, our script, nothing else."""
    return (
        f"default-src 'none'; style-src 'sha256-{_hash('page.css')}'; script-src 'sha256-{_hash('page.js')}'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


def render(template: str, context: dict[str, Any], *, locale: str, action: str, exit_url: str) -> bytes:
    """Return a page. ``action`` is where its form goes, ``exit_url`` where it is left to in a hurry."""
    content = _environment(locale).get_template(template)
    text = content.render(
        **context, action=action, exit_url=exit_url, style=_inline("page.css"), script=_inline("page.js")
    )
    return text.encode()
