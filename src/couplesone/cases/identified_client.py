"""What every plan and every summary of a case says of its client: coming alone is no fault (S3.10)."""

from __future__ import annotations

from typing import Final, Literal

from couplesone.web.schemas import Output


class IdentifiedClientNote(Output):
    """A constant sentence with a code, so that a front end can show its own words."""

    code: Literal["client_is_no_fault"]
    text: str


IDENTIFIED_CLIENT: Final = IdentifiedClientNote(
    code="client_is_no_fault",
    text=(
        "Being the client says who came, not who is at fault. "
        "What the client works on is no admission, and no diagnosis was needed to begin."
    ),
)
