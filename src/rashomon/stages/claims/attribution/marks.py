"""Quotation marks of many languages, as tokens: which may open words of somebody, which may close them."""

from __future__ import annotations

OPENING = frozenset({'"', "“", "''", "‘", "``", "«", "„", "»", "‹", "「", "『"})
"""Marks that words of somebody may open with."""
CLOSING = frozenset({'"', "”", "''", "»", "«", "“", "›", "」", "』"})
"""Marks that they may end with; an apostrophe is left to whoever asks."""
ALL = "\"“”„«»‹›「」『』‘’'"
"""Every such character, to be stripped."""
