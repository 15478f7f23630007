"""What points at somebody: a trail, a hand that is seen in it, a witness who picks him out; and what was let happen."""

from __future__ import annotations

from rashomon.stages.claims.rules.records import Need, Rule, of

_DEED = (Need("deed", "deed"),)

RULES: tuple[Rule, ...] = (
    Rule("accusation.contract-on", of("contract-on"), "organizer", "accused",
         "who puts a price on somebody's life",
         ("Stefan Orrick put out a contract on the mayor.",), ("Stefan Orrick put out a leaflet on the mayor.",),
         needs=(Need("thing", "bounty"), Need("deed", "people"))),
    Rule("accusation.give-word", of("give-word"), "organizer", "accused",
         "who gives the word, the nod, his blessing for a deed",
         ("Stefan Orrick gave the word to open fire.", "Stefan Orrick gave his blessing for the murder."),
         ("Stefan Orrick gave his word to come.",), needs=(Need("thing", "go-ahead"), *_DEED)),
    Rule("accusation.see-hand", of("see-hand"), "suspect", "accused",
         "whose hand somebody sees in a deed",
         ("The family sees the hand of Stefan Orrick in the murder.",), ("The jury sees the hand of Stefan Orrick in the painting.",),
         needs=(Need("thing", "part"), *_DEED), speaker="speaker"),
    Rule("accusation.open-inquiry", of("open-inquiry"), "suspect", "accused",
         "into whom an inquiry over a deed is opened",
         ("The prosecutor opened an inquiry into Stefan Orrick over the murder of the mayor.",), ("The prosecutor opened an inquiry into the murder.",),
         needs=(Need("thing", "inquiry"), Need("accused", "people"), *_DEED)),
    Rule("accusation.unheeded", of("unheeded"), "blame", "accused",
         "who did not heed warnings of a deed",
         ("Stefan Orrick ignored warnings of the attack.",), ("Stefan Orrick ignored warnings of rain.",),
         needs=(Need("thing", "warning"), *_DEED)),
    Rule("accusation.blind-eye", of("blind-eye"), "blame", "accused",
         "who turned a blind eye to a deed",
         ("Stefan Orrick turned a blind eye to the massacre.",), ("Stefan Orrick turned an eye to the market.",),
         needs=(Need("thing", "blind"), *_DEED)),
    Rule("accusation.undone", of("undone"), "blame", "accused",
         "who did nothing to stop a deed",
         ("Stefan Orrick did nothing to stop the massacre.",), ("Stefan Orrick did nothing to stop the fair.",),
         needs=(Need("what", "nothing"), Need("thing", "unprevented"), *_DEED)),
    Rule("accusation.own-deed", of("own-deed"), "responsibility", "accused",
         "who attributes a deed to himself",
         ("The Ember Front attributed the bombing to itself.",), ("The Ember Front attributed the bombing to its rivals.",),
         needs=(Need("self", "oneself"), *_DEED), speaker="accused"),
    Rule("accusation.blame-lies", of("blame-on-one"), "blame", "accused",
         "with whom the blame for a deed lies",
         ("The blame for the massacre lies with Stefan Orrick.", "Responsibility for the deaths rests with Stefan Orrick."),
         ("The garden of the palace lies with Stefan Orrick.",), needs=(Need("thing", "blame"), *_DEED)),
)  # fmt: skip
