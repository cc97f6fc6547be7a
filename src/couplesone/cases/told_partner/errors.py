"""What can go wrong with telling the partner."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class TellingHeld(Conflict):
    """The client's safety has to be settled before telling the partner is planned."""

    code = "telling_held"
    title = "Telling the partner cannot be planned now"
    detail = "The client's safety has to be settled first; what was told already can still be recorded."
