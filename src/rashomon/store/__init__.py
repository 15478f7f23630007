"""The only rooms with files and databases: originals and decisions (precious), the derived tables (not)."""
