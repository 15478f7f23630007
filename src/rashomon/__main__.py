"""`python -m rashomon`: the command."""

from rashomon.cli import main

main()
