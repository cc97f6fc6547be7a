"""What an HTML form sends: fields by name, read strictly, for pages that work without JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from couplesone.kernel.errors import Invalid, UnsupportedMedia

MAX_FIELDS = 256
"""More than the items of the longest questionnaire of a practice."""
Form = Mapping[str, tuple[str, ...]]
"""The values of each field, in the order in which they were sent."""


class NotAForm(UnsupportedMedia):
    """The body is not declared as a form."""

    code = "not_a_form"
    title = "The body must be a form"
    detail = "Send Content-Type: application/x-www-form-urlencoded, as a browser does."


class FormMalformed(Invalid):
    """The form cannot be read."""

    status = 400
    code = "form_malformed"
    title = "The form cannot be read"
    detail = "The form has too many fields, or holds what is no text."


def read_form(content_type: str, raw: bytes) -> Form:
    """Return the fields of a form; NotAForm, FormMalformed.

    >>> read_form("application/x-www-form-urlencoded", b"a=1&b=%C3%A4&a=")
    {'a': ('1', ''), 'b': ('ä',)}
    """
    if content_type.partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise NotAForm
    try:
        pairs = parse_qsl(
            raw.decode("ascii"), keep_blank_values=True, max_num_fields=MAX_FIELDS, errors="strict"
        )
    except ValueError:
        raise FormMalformed from None
    fields: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        if "\x00" in name or "\x00" in value:
            raise FormMalformed
        fields[name] = (*fields.get(name, ()), value)
    return fields
