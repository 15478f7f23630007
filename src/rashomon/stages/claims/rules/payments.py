"""Which frames tell that a sum moves, and between whom. Words, kinds and places stand in the lexicon; which sum it is,
what is only compared or planned, and who is nobody is asked of every sum alike, elsewhere."""

from __future__ import annotations

from rashomon.stages.claims.rules.records import of
from rashomon.stages.claims.rules.relations import Relation

_NOUNS = of(
    "money-bribe", "money-ransom", "money-fine", "money-damages", "money-debt", "money-loan", "money-reward", "money-payment",
    "money-bail", "money-price",
)  # fmt: skip

RULES: tuple[Relation, ...] = (
    Relation("payment.pays", of("money-pay", "money-give", "money-bribe", "money-owe", "money-forgive", "money-offer",
                                "money-spend", "money-hire", "money-buy", "money-credit", "money-raise", "money-agree"),
             "V", (("payer", "payer?"), ("payee", "payee?")),
             "who pays, gives, owes or offers a sum, and to whom",
             ("Mira Holt paid Paul Drake 5,000 euros.", "Paul Drake was paid $40,000 by Mira Holt."),
             ("Mira Holt paid tribute to Paul Drake.",)),
    Relation("payment.takes", of("money-take", "money-demand", "money-sell", "money-refuse", "money-rob"), "V", (("payee", "payee?"), ("payer", "payer?")),
             "who takes or demands a sum, and from whom",
             ("Paul Drake took 5,000 euros from Mira Holt.",), ("Paul Drake took the train.",)),
    Relation("payment.fines", of("money-fine", "money-impose"), "V", (("payer", "payer?"), ("payee", "payee?")),
             "who is fined, and by whom",
             ("The court fined Paul Drake 5,000 euros.",), ("Paul Drake felt fine.",)),
    Relation("payment.moves", of("money-move", "money-come"), "V", (("payer", "payer?"), ("payee", "payee?")),
             "to whom a sum goes, from whom it comes",
             ("The 5,000 euros went to Paul Drake.", "The 5,000 euros came from Mira Holt."), ("The price went to 5,000 euros.",)),
    Relation("payment.costs", of("money-cost"), "V", (("about", "about?"), ("payer", "payer?")),
             "what a deed cost",
             ("The murder cost 5,000 euros.",), ("The murder cost him his sleep.",)),
    Relation("payment.noun", _NOUNS, "N", (("payer", "payer?"), ("payee", "payee?")),
             "a bribe, a ransom, a fine or a transfer of a sum",
             ("A transfer of 5,000 euros from Mira Holt to Paul Drake was found.",), ("The transfer of Paul Drake.",)),
)  # fmt: skip
