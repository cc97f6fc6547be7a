"""What can go wrong with secrets."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class SecretResolved(Conflict):
    """The secret was resolved before."""

    code = "secret_resolved"
    title = "This was resolved before"
    detail = "A secret is resolved once; mark it as an error and record it anew if that was wrong."
