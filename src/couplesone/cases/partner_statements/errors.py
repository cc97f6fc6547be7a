"""What can go wrong with partner statements."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class StatementUnverified(Conflict):
    """The statement is not borne out, so it is no fact."""

    code = "statement_unverified"
    title = "This is not a fact"
    detail = (
        "A statement about the partner becomes no diagnosis, problem or summary fact "
        "until another source bears it out and nothing contradicts it."
    )


class StatementAlreadyAssessed(Conflict):
    """The later statement spoke on this one before."""

    code = "statement_already_assessed"
    title = "This statement was named before"
    detail = "A later statement bears out or contradicts an earlier one once; name another one."


class CorroborationNotIndependent(Conflict):
    """The later statement comes from the same source as the earlier one."""

    code = "corroboration_not_independent"
    title = "Said twice is not borne out"
    detail = "A source does not bear out itself; name a statement that comes from another one, or a document."
