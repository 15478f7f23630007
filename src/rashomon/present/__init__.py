"""Read-only windows on a built case. They show evidence; they never compute it."""
