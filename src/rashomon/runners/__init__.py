"""How stages are run: here, in local processes. Three verbs: map, pairs (records sharing a key), fold."""
