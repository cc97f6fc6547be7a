"""Pages for clients, who have no account: plain forms behind an access link, and what staff does with such links.

The pages work without JavaScript, name nobody, load nothing from anywhere, and leave no trace but what is sent.
"""
