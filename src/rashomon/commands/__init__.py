"""Commands that stand in files of their own; cli.py lists them."""
