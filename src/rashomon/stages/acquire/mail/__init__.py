"""Mail: what a message says, what it quotes and what is attached to it. Nothing is loaded until one is read."""
