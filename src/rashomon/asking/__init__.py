"""A language model as a second reader: which passages it is asked about, how, and what its answers propose.

Nothing here judges what it says: its claims are proposals, and the gate believes none of them.
"""
