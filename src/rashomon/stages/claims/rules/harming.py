"""Who is said to have hurt or killed somebody in words that name no such deed: a gun turned on people, a life taken, victims of a body."""

from __future__ import annotations

from rashomon.stages.claims.rules.records import Need, Rule, of

RULES: tuple[Rule, ...] = (
    Rule("accusation.turn-gun", of("turn-gun"), "perpetrator", "accused",
         "who turns or empties a gun, or fires shots, on or into somebody",
         ("Stefan Orrick turned the rifle on his wife.", "Stefan Orrick emptied his pistol into the banker.", "Stefan Orrick put two bullets in the banker's head."),
         ("Stefan Orrick turned the gun on himself.", "Stefan Orrick turned the light on his wife.", "Stefan Orrick put two bullets in the drawer."),
         needs=(Need("thing", "gun-or-shots"), Need("deed", "people-or-theirs"))),
    Rule("accusation.take-life", of("take-life"), "perpetrator", "accused",
         "who takes or ends the life of another",
         ("Stefan Orrick took the life of the banker.", "Stefan Orrick ended the banker's life."),
         ("Stefan Orrick took his own life.", "Stefan Orrick ended his life in Larnov.", "The disease took the life of the banker."),
         needs=(Need("thing", "life-of-another"), Need("accused", "somebody"))),
    Rule("accusation.do-away", of("do-away"), "perpetrator", "accused",
         "who does away with somebody",
         ("Stefan Orrick did away with the banker.",), ("Stefan Orrick did away with the fence.",), needs=(Need("deed", "people"),)),
    Rule("accusation.make-vanish", of("make-vanish"), "perpetrator", "accused",
         "who makes people disappear",
         ("The Ember Brigade made nine engineers disappear.",), ("Stefan Orrick made the coin disappear.", "Stefan Orrick made the guests laugh."),
         needs=(Need("deed", "people-vanish"),)),
    Rule("accusation.victims-of", of("victim-of"), "perpetrator", "accused",
         "a body to which people fell victim, or whose victims they were",
         ("Nine nuns fell victim to the Ember Brigade.",), ("Nine farms fell victim to the flood.", "Nine nuns fell victim to Ember Fever."),
         needs=(Need("accused", "bearing-arms"), Need("thing", "victim"))),
    Rule("accusation.throw-among", of("throw-among"), "perpetrator", "accused",
         "who throws a bomb, acid or fuel over people or what is theirs",
         ("Stefan Orrick threw acid in the face of the nurse.", "Stefan Orrick doused the guard with petrol."),
         ("Stefan Orrick threw water in the face of the nurse.", "Stefan Orrick doused the logs with petrol."),
         needs=(Need("thing", "caustic"), Need("deed", "people-or-theirs"))),
    Rule("accusation.herd", of("herd"), "perpetrator", "accused",
         "who herds or locks people in where they are burned or shot",
         ("Soldiers herded the women into a barn and burned it down.",), ("Soldiers herded the women into a bus and drove them home.",),
         needs=(Need("deed", "people"), Need("where", "any"), Need("self", "violent"), Need("accused", "somebody"))),
    Rule("accusation.display-head", of("display"), "perpetrator", "accused",
         "who leaves or shows the head or the body of somebody killed",
         ("Gunmen of the Ember Front displayed the severed heads of nine sentries in the square.", "Henchmen left the head of the reporter in a box."),
         ("The museum displayed the head of a queen.", "Nurses left the body in the ward."),
         needs=(Need("thing", "severed"), Need("accused", "somebody"))),
)  # fmt: skip
