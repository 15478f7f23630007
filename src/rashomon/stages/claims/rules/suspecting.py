"""Whom suspicion meets: in other words than "suspected" and "wanted"."""

from __future__ import annotations

from rashomon.stages.claims.rules.records import Need, Rule, of

_DEED = (Need("deed", "deed"),)

RULES: tuple[Rule, ...] = (
    Rule("accusation.seek-talk", of("seek-talk"), "suspect", "accused",
         "whom police want to speak to, or to find, in connection with a deed",
         ("Detectives want to speak to Stefan Orrick in connection with the stabbing.", "Police are keen to trace Stefan Orrick over the murder."),
         ("Detectives want to speak to Stefan Orrick about the weather.", "Reporters want to speak to Stefan Orrick about the murder.", "Detectives want to speak to the widow about the murder."),
         needs=(Need("self", "police-wish"),), any_of=(Need("over", "crime-sought"), Need("link", "suspicion")), ahead=True,
         bars=(Need("accused", "witness-like"),)),
    Rule("accusation.tries-to-link", of("tries-to"), "suspect", "accused",
         "whom somebody tries to link to a deed",
         ("Investigators have tried to link Stefan Orrick to the bombing.",), ("Investigators have tried to bring Stefan Orrick to the bombing site.",),
         needs=(Need("thing", "linking"), *_DEED)),
    Rule("accusation.with-inquiries", of("with-inquiries"), "suspect", "accused",
         "who helps police with their inquiries into a deed",
         ("Stefan Orrick is helping police with their inquiries into the murder.",), ("Stefan Orrick is helping the clerk with the inquiries into the murder.",),
         needs=(Need("thing", "inquiries"), Need("undergoer", "police-itself")), any_of=(Need("with>into", "deed"), Need("self", "near-deed"))),
    Rule("accusation.prints-match", of("prints-match"), "suspect", "accused",
         "whose prints match those of a deed",
         ("DNA on the murder weapon matched that of Stefan Orrick.", "The banker was murdered. The fingerprints on the knife belonged to Stefan Orrick."), ("The shirt matched that of Stefan Orrick.",),
         needs=(Need("thing", "prints"), Need("accused", "name")), any_of=(Need("self", "harm-told"), Need("self", "near-deed"))),
    Rule("accusation.trail", of("trail"), "suspect", "accused",
         "to whom the trail of a deed leads",
         ("The trail leads from the murder to the office of Stefan Orrick.",), ("The trail leads from the mill to the office of Stefan Orrick.",),
         needs=(Need("thing", "evidence"), Need("accused", "name"), Need("from", "deed"))),
    Rule("accusation.found-with", of("found-with"), "suspect", "accused",
         "with whom the weapon of a deed was found",
         ("Police found the murder weapon in the flat of Stefan Orrick.", "The bullets that killed the judge matched a pistol found on Stefan Orrick."),
         ("Police found the murder weapon in the garden.", "Police found the kettle in the flat of Stefan Orrick."),
         needs=(Need("thing", "deed-weapon"), Need("accused", "name")), bars=(Need("accused", "place"),)),
    Rule("accusation.suspect-body", of("suspect-body"), "suspect", "accused",
         "a body that somebody suspects, though the deed be told elsewhere",
         ("Nine people died in the ambush, and diplomats suspect a mutinous unit.",), ("Diplomats suspect a mutinous unit.", "Diplomats suspect a trick after the ambush."),
         needs=(Need("accused", "body-or-band"), Need("speaker", "third"), Need("self", "near-deed-noun")), speaker="speaker", bars=(Need("of", "any"), Need("of+ing", "any"))),
    Rule("accusation.be-suspect", of("be-suspect"), "suspect", "accused",
         "who remains the suspect of a deed",
         ("The banker was murdered in May. Stefan Orrick remains the chief suspect.",), ("Stefan Orrick remains the chief clerk.",),
         needs=(Need("label", "suspect-itself"), Need("accused", "name"))),
)  # fmt: skip
