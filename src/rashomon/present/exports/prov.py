"""Where every claim came from, as W3C PROV (PROV-JSON): documents, claims, agents, and the build that derived them."""

from __future__ import annotations

from typing import Any

import msgspec

from rashomon._version import __version__
from rashomon.present.resolve import Resolved
from rashomon.present.words import value_words

PREFIX = "urn:rashomon:"


def export_prov(case: Resolved) -> bytes:
    """One PROV-JSON document."""
    body: dict[str, Any] = {
        "prefix": {"case": PREFIX, "prov": "http://www.w3.org/ns/prov#"},
        "entity": {},
        "activity": {"case:build": {"prov:type": "rashomon build", "case:version": __version__}},
        "agent": {"case:rashomon": {"prov:type": _name("prov:SoftwareAgent"), "prov:label": f"rashomon {__version__}"}},
        "wasGeneratedBy": {}, "wasDerivedFrom": {}, "wasAttributedTo": {}, "actedOnBehalfOf": {},
        "wasAssociatedWith": {"_:b": {"prov:activity": "case:build", "prov:agent": "case:rashomon"}},
    }  # fmt: skip
    for document in case.documents.values():
        hashed = {"case:sha256": document.sha256} if document.sha256 else {}
        body["entity"][f"case:{document.id}"] = {"prov:type": "report", "prov:label": document.file, **hashed}
    agents: dict[str, str] = {}
    for claim in case.claims.values():
        key = f"case:{claim.id}"
        body["entity"][key] = {"prov:type": claim.property, "prov:label": value_words(case, claim),
                               "prov:value": claim.quote, "case:stance": claim.stance}  # fmt: skip
        body["wasGeneratedBy"][f"_:g{claim.id}"] = {"prov:entity": key, "prov:activity": "case:build"}
        # PROV-JSON has no record of its own for a quotation: it is a derivation of that type.
        body["wasDerivedFrom"][f"_:q{claim.id}"] = {
            "prov:type": _name("prov:Quotation"),
            "prov:generatedEntity": key,
            "prov:usedEntity": f"case:{claim.document}",
        }
        for link in claim.chain[-1:]:
            name = case.entity(link.referent) or f"said-{agents.setdefault(link.name, f'a{len(agents)}')}"
            body["agent"][f"case:{name}"] = {"prov:label": case.entity_name(link.referent) or link.name,
                                             "prov:type": link.kind}  # fmt: skip
            body["wasAttributedTo"][f"_:t{claim.id}"] = {"prov:entity": key, "prov:agent": f"case:{name}"}
    body = {k: v for k, v in body.items() if v}
    return msgspec.json.format(msgspec.json.encode(body), indent=1) + b"\n"


def _name(name: str) -> dict[str, str]:
    """A qualified name as PROV-JSON writes a value that is one."""
    return {"$": name, "type": "prov:QUALIFIED_NAME"}
