"""How stages are run: here, in local processes."""
