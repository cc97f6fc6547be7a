"""Tables of cycle maps: a map, its steps, and which step leads to which."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.formulation.codes import ControlFocus, CycleNodeKind, CyclePattern, CycleRole
from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.persistence.base import Row, refers
from couplesone.persistence.columns import EncryptedText, Guid


class CycleMap(ClinicalItem):
    """A version of the couple's cycle as the client sees it; a later one supersedes it (S0.14, S2.11, S3.13)."""

    __tablename__ = "cycle_maps"
    __table_args__ = (
        *item_constraints(),
        one_of("pattern", CyclePattern),
        one_of("client_role", CycleRole),
        one_of("control_focus", ControlFocus),
        between("intensity", 0, 10),
        CheckConstraint("agreed_on IS NULL OR agreed_on >= drawn_on", name="agreed_after_drawing"),
    )

    drawn_on: Mapped[date] = mapped_column(Date)
    pattern: Mapped[str] = mapped_column(String(40))
    client_role: Mapped[str] = mapped_column(String(30))
    intensity: Mapped[int | None] = mapped_column(SmallInteger)
    control_focus: Mapped[str | None] = mapped_column(String(20))
    agreed_on: Mapped[date | None] = mapped_column(Date)
    note = EncryptedText[str | None](nullable=True)


class CycleNode(ClinicalItem):
    """A step of a cycle; ``key`` names it within its map."""

    __tablename__ = "cycle_nodes"
    __table_args__ = (
        *item_constraints(),
        refers("cycle_map_id", to="cycle_maps"),
        UniqueConstraint("practice_id", "cycle_map_id", "key"),
        one_of("kind", CycleNodeKind),
    )

    cycle_map_id: Mapped[UUID] = mapped_column(Guid)
    position: Mapped[int] = mapped_column(SmallInteger)
    key: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(30))
    text = EncryptedText[str]()
    secondary_emotion = EncryptedText[str | None](nullable=True)
    primary_emotion = EncryptedText[str | None](nullable=True)
    short_term_payoff = EncryptedText[str | None](nullable=True)

    @property
    def reported(self) -> bool:
        """Whether it is the partner's step, known by report only."""
        return CycleNodeKind(self.kind).of_partner


class CycleEdge(Row):
    """That one step of a map leads to another."""

    __tablename__ = "cycle_edges"
    __table_args__ = (
        refers("cycle_map_id", to="cycle_maps"),
        refers("from_node_id", to="cycle_nodes"),
        refers("to_node_id", to="cycle_nodes"),
        UniqueConstraint("practice_id", "from_node_id", "to_node_id"),
        CheckConstraint("from_node_id <> to_node_id", name="leads_elsewhere"),
        Index(None, "practice_id", "cycle_map_id"),
    )

    cycle_map_id: Mapped[UUID] = mapped_column(Guid)
    position: Mapped[int] = mapped_column(SmallInteger)
    from_node_id: Mapped[UUID] = mapped_column(Guid)
    to_node_id: Mapped[UUID] = mapped_column(Guid)
