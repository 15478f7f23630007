"""Masking: what is shared shows no phone number, address, birth date, and no name of who holds no public role.

`plan.py` says who and what is masked, `words.py` finds it in any text, `apply.py` lays it over a whole case, so that
the windows behind it (report, exports) know nothing of masking.
"""

from rashomon.present.masking.apply import mask_case
from rashomon.present.masking.plan import Plan, Wishes, make_plan

__all__ = ["Plan", "Wishes", "make_plan", "mask_case"]
