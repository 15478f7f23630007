"""Whether two names, as two texts spell them, could be of one bearer."""

from rashomon.text.names.compare import compare_names
from rashomon.text.names.match import NameMatch

__all__ = ["NameMatch", "compare_names"]
