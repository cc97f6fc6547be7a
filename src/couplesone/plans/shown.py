"""Showing a record together with what is computed from it: the actions it offers, the tree below it, figures."""

from __future__ import annotations

from typing import Any

from couplesone.cases.offering import offered as offered


class Shown:
    """A record with further members, for an answer that is read by attribute."""

    def __init__(self, record: Any, **computed: Any) -> None:
        self._record, self._computed = record, computed

    def __getattr__(self, name: str) -> Any:
        computed = self._computed
        return computed[name] if name in computed else getattr(self._record, name)
