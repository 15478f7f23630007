"""All tests by name, those of every file of them."""

from __future__ import annotations

from rashomon.stages.claims.rules import fits
from rashomon.stages.claims.rules.abet_fits import ABETTING
from rashomon.stages.claims.rules.blame_fits import BLAMES
from rashomon.stages.claims.rules.deed_fits import Test
from rashomon.stages.claims.rules.described_fits import DESCRIBED
from rashomon.stages.claims.rules.order_fits import ORDERS

TESTS: dict[str, Test] = {**fits.TESTS, **ORDERS, **ABETTING, **BLAMES, **DESCRIBED}
