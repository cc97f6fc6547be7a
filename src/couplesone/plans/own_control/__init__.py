"""The own-control check: is a goal the client's own conduct, in its structure and in its wording?"""

from couplesone.plans.own_control.structure import Person, structure_alarm
from couplesone.plans.own_control.wording import WordingRule, wording_alarm

__all__ = ["Person", "WordingRule", "structure_alarm", "wording_alarm"]
