"""Which frames tell a tie: who works for, directs, protects, pays, supplies, handles, recruits or hosts whom, or belongs
to what. The class of the word is the kind of the tie; "from" is whom it is said of, "to" the other."""

from __future__ import annotations

from rashomon.stages.claims.rules.records import of
from rashomon.stages.claims.rules.relations import Relation

_KINDS = of(
    "tie-works_for", "tie-directs", "tie-protects", "tie-hosts", "tie-supplies", "tie-pays", "tie-handles",
    "tie-recruits", "tie-member",
)  # fmt: skip

RULES: tuple[Relation, ...] = (
    Relation("tie.does", _KINDS, "V", (("from", "one"), ("to", "other")),
             "who works for, leads, shelters, supplies or recruits somebody is tied to him by it",
             ("Paul Drake worked for Mira Holt.", "Paul Drake was recruited by Mira Holt."),
             ("Paul Drake worked for two years.", "Paul Drake led the police to the hut.",
              "Paul Drake hosted the Harbour Awards.")),
    Relation("tie.is", _KINDS, "N", (("from", "one"), ("to", "other")),
             "who is somebody's agent, handler, member or leader is tied to him by it",
             ("Paul Drake was an informant of the harbour police.",), ("Paul Drake was an agent of change.",)),
    Relation("tie.called", _KINDS, "N", (("from", "called"), ("to", "other")),
             "whom the sentence calls somebody's agent, handler or leader is tied to him by it",
             ("The leader of the Blue Guard is Paul Drake.", "Paul Drake's handlers were Mira Holt and Anton Vell."),
             ("The leader of the Blue Guard is ill.",)),
)  # fmt: skip
