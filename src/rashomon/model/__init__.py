"""The vocabulary: one word, one meaning.

An *outlet* publishes, a *source* speaks, a *report* is the document, a *claim* is what a source asserts, an
*occurrence* is an incident as one report tells it, an *incident* is what claims of all reports are about, a *referent*
is somebody or something within one report, an *entity* the same over the case, a *finding* is what a comparison shows.
Every record is frozen; its id is a hash of its origin's sha256 and of where it stands.
"""
