"""Decision points: what the client decides about the relationship, in words and by an act that are the client's own.

A decision comes by an access link, by a code shown in the room, or on paper that the client signed. Nobody else's
word is one: a clinician's direct write is refused (invariant 7; S1.13, S3.20). The options are listed by the
alphabet and nothing ranks them (invariant 13).
"""
