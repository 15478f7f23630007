"""What an attacker, a hostile page or an accident tries on the product: one module an area.

A module exposes `run(options) -> dict[str, object]`: its counts, by name, nested where an area has parts. `options` is the
`argparse.Namespace` of `bench/attack.py`: `seed` (int), `sample` (how many tries, or None for all), `show` (whether
to print what got through) and `work` (an empty folder that is removed afterwards). It uses invented people only, so that it runs anywhere.
"""
