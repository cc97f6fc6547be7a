"""Who acts and who is measured: the half of the own-control check that reads no words."""

from enum import StrEnum


class Person(StrEnum):
    """Who does what a goal describes, or whose conduct it measures."""

    CLIENT = "client"
    PARTNER = "partner"
    BOTH = "both"
    OTHER = "other"


def structure_alarm(acting_person: Person, measured_person: Person) -> bool:
    """Tell whether a goal leaves the client's own hands: True unless the client both acts and is measured.

    Sources: S0.15 (the change must come from the client), S1.11 (nobody makes a partner do something),
    S2.42 (control circle: one's own reactions are controllable, the other person is not).

    >>> structure_alarm(Person.CLIENT, Person.CLIENT)
    False
    >>> structure_alarm(Person.CLIENT, Person.PARTNER)
    True
    """
    return not acting_person == measured_person == Person.CLIENT
