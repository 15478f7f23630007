"""Whether two names, as two texts spell them, could be of one bearer."""

from rashomon.text.names.compare import NameMatch, compare_names

__all__ = ["NameMatch", "compare_names"]
