"""Masking: what is shared shows no phone number, address, birth date, and no name of who holds no public role.

`standing.py` says who holds a public role, `whom.py` whom to ask about, `strays.py` finds names that the reading missed (`missed.py` over a case),
`towns.py` those that the texts show to be a place's, `plan.py` says who and what is masked, `words.py` finds it in any text
(`patterns.py` what has a form of its own, `addresses.py` addresses of pages), `apply.py` lays it over a whole case, so that the
windows behind it (report, exports) know nothing of masking. `relations.py` lists what no mask can hide.
"""

from rashomon.present.masking.apply import mask_case, mask_whole
from rashomon.present.masking.plan import Plan, Wishes, make_plan
from rashomon.present.masking.words import Masker

__all__ = ["Masker", "Plan", "Wishes", "make_plan", "mask_case", "mask_whole"]
