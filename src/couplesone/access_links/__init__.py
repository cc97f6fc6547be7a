"""Access links: how a client acts here without an account, once, for one purpose.

A link is a token in an address's fragment, or a code that is typed; only hashes of either are kept. Whether the case
still takes entries is asked above, by the pages: this room knows practices' staff, not their clients.
"""
