"""Telephone records, as operators and police give them: which table is one, what its columns hold, what its rows say."""
