"""Where news prose leaves no doubt that the parser is wrong, the tree is set right, before clauses are read off it."""
