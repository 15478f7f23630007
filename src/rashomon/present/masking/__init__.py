"""Masking: what is shared shows no phone number, address, birth date, and no name of who holds no public role.

`standing.py` says who holds a public role, `strays.py` finds names that the reading missed, `plan.py` says who and what is
masked, `words.py` finds it in any text (`patterns.py` what has a form of its own), `apply.py` lays it over a whole case, so
that the windows behind it (report, exports) know nothing of masking.
"""

from rashomon.present.masking.apply import mask_case
from rashomon.present.masking.plan import Plan, Wishes, make_plan
from rashomon.present.masking.words import Masker

__all__ = ["Masker", "Plan", "Wishes", "make_plan", "mask_case"]
