"""The own-control check: whether a goal is the client's own conduct, in structure and in wording."""

from couplesone.language.own_control.structure import Person, structure_alarm
from couplesone.language.own_control.verdicts import WordingRule
from couplesone.language.own_control.wording import wording_alarm

__all__ = ["Person", "WordingRule", "structure_alarm", "wording_alarm"]
