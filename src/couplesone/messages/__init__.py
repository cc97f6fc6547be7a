"""The one gateway out: whatever this program says to anybody goes through here, or it is not said.

What is promised: nothing leaves without the checks of the claiming transaction (``gate.py``); a first contact leaves
at most once, whatever crashes; nobody who asked not to be contacted is, and nobody here can find out that they asked.
"""
