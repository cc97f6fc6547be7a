"""The wordings that the lint knows, as data: a code, a pattern, and a neutral way to say it.

English only. Words for danger (violent, threatens, controls, hurts) are left alone on purpose: nobody shall be
nudged to soften a report of harm. All third-person words are alike: nothing here depends on anybody's gender
(S2.17).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from couplesone.cases.lint.codes import LintCode as C

_KIN = r"(?:partner|spouse|husband|wife|boyfriend|girlfriend|fianc[eé]e?)"
OTHER: Final = rf"(?:he|she|they|(?:(?:my|your|his|her|their|the)\s+)?{_KIN})"
"""Somebody who is spoken of."""
_OTHER_OBJECT = rf"(?:him|her|them|(?:(?:my|your|his|her|their|the)\s+)?{_KIN})"
_TIE = r"(?:the|this|that|my|your|his|her|their)\s+(?:marriage|relationship|partnership)"
_DISORDER = (
    r"(?:narcissis(?:t|tic|m)|sociopath(?:ic)?|psychopath(?:ic)?|borderline|bipolar|npd|bpd|adhd|ptsd|autistic"
    r"|asperger(?:'s|s)?|on the spectrum|(?:\w+\s+)?personality disorder|clinically depressed|alcoholic|addict)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording: ``own`` says that it is fine when the client says it of themselves."""

    code: C
    pattern: re.Pattern[str]
    suggestion: str
    own: bool = True


def _phrase(code: C, pattern: str, suggestion: str, *, own: bool = True) -> Phrase:
    return Phrase(code, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), suggestion, own)


_BEHAVIOUR = "Say what was done or said, and when; leave out what kind of person it makes them."
_EXAMINED = "Describe what was seen or told; somebody who was not examined has no diagnosis here."
_UNKNOWN = "What it means to them is not known; say what they said or did."

PHRASES: Final[tuple[Phrase, ...]] = (
    _phrase(
        C.PARTNER_LABEL,
        r"stubborn(?:ly|ness)?|pig-?headed(?:ness)?|bull-?headed",
        "For example: has said no and stays with it.",
    ),
    _phrase(
        C.PARTNER_LABEL,
        r"lazy|laziness|selfish(?:ly|ness)?|childish(?:ness)?|immatur(?:e|ity)|heartless|cold-?hearted|toxic|crazy"
        r"|insane|psycho|pathetic|useless|manipulative|gaslight(?:er|s|ed|ing)|control freak|drama queen|man-?child"
        r"|jerk|idiot|asshole|bastard|bitch|monster|loser|a hopeless case",
        _BEHAVIOUR,
    ),
    _phrase(
        C.LACK_OF_CARE,
        r"(?:does|do|did)(?:n't| not)\s+(?:even\s+|really\s+|actually\s+|just\s+)*(?:care|give a (?:damn|shit))"
        r"|could(?:n't| not) care less|never (?:really )?cared|uncaring",
        _UNKNOWN,
    ),
    _phrase(C.PROXY_DIAGNOSIS, _DISORDER, _EXAMINED),
    _phrase(
        C.PARTNER_HAS_DISORDER,
        rf"{OTHER}\s+(?:(?:clearly|probably|obviously|surely|must|may|might|could)\s+)?"
        rf"(?:has|have|is|are|be|sounds like|seems(?: to be)?)\s+(?:an?\s+|the\s+)?{_DISORDER}",
        _EXAMINED,
    ),
    _phrase(
        C.PARTNER_NEVER_CHANGES,
        r"(?:will|would|can|could|(?!i')\w+'ll)\s+never\s+(?:really\s+|ever\s+)?change"
        r"|(?:won't|can't|cannot|will not)\s+ever\s+change|never\s+going\s+to\s+change"
        r"|(?:isn't|aren't|is not|are not)\s+(?:ever\s+)?going\s+to\s+change"
        r"|people like (?:that|him|her|them)\s+(?:don't|do not|never)\s+change",
        "Say what has not changed so far, and since when.",
    ),
    _phrase(
        C.PARTNER_BAD_MOTIVES,
        rf"{OTHER}\s+(?:\w+\s+)?(?:does|do|did|is doing|are doing)\s+(?:it|this|that)\s+(?:all\s+)?on purpose"
        rf"|(?:just|only)\s+(?:in it for|after)\s+(?:the\s+)?(?:money|sex|house|status)"
        rf"|{OTHER}(?:'s|'re|\s+is|\s+are)\s+(?:just|only)\s+using\s+\w+"
        r"|(?:refuses|says no|does it|is doing it)\s+(?:just\s+|only\s+)?to\s+(?:punish|spite|annoy)\s+\w+",
        "A motive is a guess: say what happened, and mark the guess as the client's.",
    ),
    _phrase(
        C.DOOMED_FROM_START,
        r"doomed|never (?:had|stood) a chance|wrong from the (?:very )?(?:start|beginning)"
        r"|a mistake from the (?:very )?(?:start|beginning)|should never have (?:married|gotten married|got together)",
        "Say what was hard at the start; whether there was a chance is the client's to judge.",
    ),
    _phrase(
        C.BEYOND_REPAIR,
        r"beyond (?:repair|saving|hope)|past saving|unsalvageable|too far gone|broken for good"
        r"|(?:can't|cannot|can not|could not|couldn't)\s+be\s+(?:saved|fixed|repaired|mended)",
        "Say what was tried and what came of it; what can be mended is the client's to judge.",
    ),
    _phrase(
        C.ENDING_IS_BEST,
        rf"better off (?:without|alone)|(?:should|ought to|has to|needs to)\s+(?:just\s+)?(?:leave|divorce)\s+"
        rf"(?:{_OTHER_OBJECT}|{_TIE})"
        r"|(?:divorce|separation|leaving|ending it|breaking up)\s+(?:is|would be|seems)\s+(?:probably\s+)?"
        r"(?:the\s+)?(?:best|only|right)"
        r"|(?:best|right thing)\s+(?:\w+\s+)?(?:is|would be)\s+to\s+(?:leave|divorce|separate|end)",
        "The decision is the client's; write down what the client weighs, in the client's words.",
        own=False,
    ),
    _phrase(
        C.SIDE_TAKING,
        rf"on (?:your|her|his|their|the client's) side|(?:i|we) side with|siding with"
        rf"|(?:clearly|obviously|entirely)\s+(?:at fault|to blame|in the wrong)"
        rf"|(?:all\s+)?(?:his|her|their|the partner's)\s+(?:own\s+)?fault"
        rf"|(?:you are|you're|client is|client was)\s+right\s+(?:and|that|about)"
        rf"|(?:{OTHER})\s+(?:is|are)\s+the\s+(?:real\s+|only\s+)?problem"
        rf"|the (?:real |only )?problem is\s+{_OTHER_OBJECT}",
        "Write how each of them would tell it, as far as it is known; a session does not decide who is right.",
        own=False,
    ),
    _phrase(
        C.COMMISERATION,
        r"poor (?:you|thing|woman|man)|deserves?\s+(?:so\s+|much\s+)*better"
        r"|how (?:awful|terrible|horrible|mean) of (?:him|her|them)"
        r"|(?:i'd|i would)\s+(?:have\s+left|leave)(?:\s+too)?|(?:men|women)\s+are\s+all"
        r"|all\s+(?:men|women)\s+are",
        "Name the feeling and what the client wants to do with it.",
        own=False,
    ),
    _phrase(
        C.PROVED_OR_CONVINCED,
        rf"prov(?:e|es|ed|ing)\s+(?:to\s+{_OTHER_OBJECT}\s+)?(?:that|{_OTHER_OBJECT}\s+wrong)"
        rf"|convinc(?:e|es|ed|ing)\s+{_OTHER_OBJECT}"
        rf"|(?:make|makes|made|making|get|gets|got|getting)\s+{_OTHER_OBJECT}\s+(?:to\s+)?"
        rf"(?:see|admit|understand|realise|realize)"
        r"|who(?:'s| is| was)\s+right",
        "Say what the client needs or will do; nobody has to be proved wrong.",
        own=False,
    ),
    _phrase(
        C.AMMUNITION,
        r"ammunition|in court|for (?:the |a )?court|evidence against|as evidence|build(?:s|ing)?\s+(?:a|the|my|her|his)"
        r"\s+case|for\s+(?:the|my|her|his|your|a)\s+(?:lawyer|attorney|solicitor|custody|divorce case)"
        r"|custody\s+(?:battle|case|hearing|fight)|exhibit\s+[a-z0-9]|testif(?:y|ies|ied)|use\s+(?:this|it|that)\s+"
        r"against",
        "Keep what serves the work; a record for a court is a release of its own, with an authorization.",
        own=False,
    ),
)
