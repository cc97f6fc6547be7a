"""Routes of the pages themselves: they are for browsers, and no part of the API document.

A page is opened and sent by POST only: what opens it never stands in a path, a query string or a log. Its language is
that of the person it is for; the door and the closed page know of nobody, and go by the browser's.
"""

from __future__ import annotations

from couplesone.access_links.errors import LinkNotValid
from couplesone.access_links.rules import PATH, rules_among
from couplesone.identity.tokens import practice_at
from couplesone.kernel.errors import RecordNotFound
from couplesone.pages import visit
from couplesone.pages.html import policy, render
from couplesone.pages.shown import Shown
from couplesone.persistence.work import Works
from couplesone.rendering.translation import LOCALES
from couplesone.web.forms import Form
from couplesone.web.negotiation import preferred_language
from couplesone.web.operations import Attachment
from couplesone.web.routing import Router

router = Router("pages")
_PUBLIC = "a client without an account comes here; what they hold is checked when it is sent"
_HTML = "text/html; charset=utf-8"


@router.read(PATH, public=_PUBLIC, media_type="text/html", shown=False)
def show_door(works: Works, accept_language: str | None) -> Attachment:
    """Show where a code is typed; the same for everybody."""
    return _page(works, Shown("door.html", {}), None, accept_language)


@router.read(f"{PATH}/{{place}}", public=_PUBLIC, media_type="text/html", shown=False)
def show_door_of_practice(works: Works, place: str, accept_language: str | None) -> Attachment:
    """Show where a code of one practice is typed; the same for everybody."""
    if practice_at(place) is None:
        raise RecordNotFound
    return _page(works, Shown("door.html", {}), place, accept_language)


@router.operation("POST", PATH, public=_PUBLIC, media_type="text/html", shown=False, problems=(LinkNotValid,))
def answer_client(
    works: Works, address: str, request_id: str, form: Form, accept_language: str | None
) -> Attachment:
    """Open a page, or take what was written on it."""
    shown = visit.answer(works, form, place=None, address=address, request_id=request_id)
    return _page(works, shown, None, accept_language)


@router.operation(
    "POST", f"{PATH}/{{place}}", public=_PUBLIC, media_type="text/html", shown=False, problems=(LinkNotValid,)
)
def answer_client_of_practice(
    works: Works, place: str, address: str, request_id: str, form: Form, accept_language: str | None
) -> Attachment:
    """Open a page of one practice, or take what was written on it."""
    if practice_at(place) is None:
        raise RecordNotFound
    shown = visit.answer(works, form, place=place, address=address, request_id=request_id)
    return _page(works, shown, place, accept_language)


def _page(works: Works, shown: Shown, place: str | None, accept_language: str | None) -> Attachment:
    content = render(
        shown.template,
        shown.context,
        locale=shown.locale or preferred_language(accept_language, LOCALES),
        action=f"{PATH}/{place}" if place else PATH,
        exit_url=rules_among(works.extras).exit_url,
    )
    headers = {"Content-Security-Policy": policy(), "Vary": "Accept-Language"}
    return Attachment(content, _HTML, headers, shown.status)
