"""The version, where both the package and the exports can read it."""

__version__ = "0.1.0"
