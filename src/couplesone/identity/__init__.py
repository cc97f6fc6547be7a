"""Staff, sign-ins and API keys: who is asking, and proving it.

``service`` names what the command line and other rooms may use: the services of staff, sign-ins, API keys and
password resets. ``wiring`` hands in the ``SignInRules``: how passwords are hashed, and how long a sign-in lives.
"""
