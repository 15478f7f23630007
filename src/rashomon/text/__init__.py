"""Strings, and nothing of this product: folding, shingles, word lists."""
