"""Who is said to have led, ordered, allowed or paid for a deed, and who is held responsible for it."""

from __future__ import annotations

from rashomon.stages.claims.rules.records import Need, Rule, of

_DEED = (Need("deed", "deed"),)

RULES: tuple[Rule, ...] = (
    Rule("accusation.head-of", of("head-of"), "organizer", "accused",
         "who leads, forms, sends or pays those who did it",
         ("Stefan Orrick commanded the troops who shelled the market.", "The cell behind the attack was headed by Stefan Orrick."),
         ("Stefan Orrick commanded the troops who freed the hostages.", "Stefan Orrick trained the police who stopped the bombers."),
         needs=(Need("whom", "did-as-group"), Need("accused", "unofficial"))),
    Rule("accusation.order-from", of("come-from"), "organizer", "accused",
         "from whom the order for a deed came",
         ("The order to kill the students came from Colonel Stefan Orrick.",), ("The letter came from Stefan Orrick.",),
         needs=(Need("thing", "order"),)),
    Rule("accusation.agree-to", of("agree-to"), "organizer", "accused",
         "who arranges, prepares or allows a deed",
         ("General Stefan Orrick had signed off on the killing of the dissident.",), ("Stefan Orrick arranged the funeral.",),
         needs=_DEED),
    Rule("accusation.pay-for", of("pay-for"), "organizer", "accused",
         "who pays for a deed",
         ("Prosecutors allege that Stefan Orrick paid 40,000 euros for the murder of Ivo Sarn.",), ("Stefan Orrick paid for the meal.",),
         needs=(Need("deed", "crime"),)),
    Rule("accusation.bear-blame", of("bear-blame"), "blame", "accused",
         "who bears responsibility for a deed",
         ("General Stefan Orrick bears responsibility for the deaths.", "Stefan Orrick carries the blame for what happened."),
         ("Stefan Orrick bears the name of his father.",),
         needs=(Need("thing", "blame"),), any_of=(*_DEED, Need("deed", "happened"))),
    Rule("accusation.guilty-of", of("guilty-of"), "perpetrator", "accused",
         "who is called guilty of a deed, by no court",
         ("Stefan Orrick is guilty of the murder of the mayor, the widow said.",), ("The court found Stefan Orrick guilty of murder.",),
         needs=(*_DEED, Need("self", "not-found"), Need("self", "no-court"))),
    Rule("accusation.blame-of", of("blame-of"), "blame", "accused",
         "whose fault or responsibility a deed is",
         ("A report says the massacre was the responsibility of General Stefan Orrick.",), ("The garden was the responsibility of Stefan Orrick.",),
         needs=_DEED),
    Rule("accusation.lay-at", of("lay-at"), "blame", "accused",
         "at whose feet or door a deed is laid",
         ("The killing was laid by the union at the feet of the Ember Front.", "The governor laid the blame for the attack at the Ember Front's door."),
         ("The wreath was laid at the door of the church.",),
         needs=(Need("thing", "threshold"), *_DEED), speaker="speaker"),
    Rule("accusation.put-down", of("put-down"), "blame", "accused",
         "to whose neglect a death is put down",
         ("The mayor put the deaths of three divers down to the negligence of the harbour board.",), ("The captain put the delay down to the fog.",),
         needs=_DEED, speaker="speaker"),
)  # fmt: skip
