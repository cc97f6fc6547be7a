"""Work with both, when a partner comes into treatment too (C10, invariant 8).

A conjoint case is a new one, and starts empty. Each of the two is a client with a file of their own, and has a part of
the conjoint case: an ordinary case of kind ``conjoint_part``, in which their own screens, measures and goals are kept
as in any other, so that every rule about them holds as it does there. What is joint (sessions with both, releases,
the difference of two measures) hangs from the conjoint case itself, is sealed under a key of its own, and is open to
those alone who care for both parts. Whoever treats the couple is on the team of the two parts and of nothing else: of
the work alone nothing is within their reach, unless that client authorizes it in writing.
"""
