"""Who and where: people, bodies, places and cited papers, one type per name per document.

Spans come from the model's labels and from runs of capitalised words; types from the vote of all signs over the whole
document; accepted names are found again wherever they stand. Then the text's own aliases, descriptions and pronouns.
"""

from __future__ import annotations

from rashomon.lexicon.languages import language_of
from rashomon.model.annotation import EntityType, Mention, Phone, Referent, Sentence, TimeRef
from rashomon.model.case_settings import Hints
from rashomon.model.document import Document
from rashomon.stages.annotate.who.chunks import Chunk, find_chunks
from rashomon.stages.annotate.who.declined import in_nominative
from rashomon.stages.annotate.who.defined import Defined
from rashomon.stages.annotate.who.dossier import name_subject
from rashomon.stages.annotate.who.families import find_families, name_kin, with_kin
from rashomon.stages.annotate.who.initialisms import find_initialisms
from rashomon.stages.annotate.who.names import Key, decide, match
from rashomon.stages.annotate.who.neuter import bodies_meant
from rashomon.stages.annotate.who.own_names import find_own
from rashomon.stages.annotate.who.page import lines_of
from rashomon.stages.annotate.who.pronouns import resolve
from rashomon.stages.annotate.who.record import write
from rashomon.stages.annotate.who.roles import describe
from rashomon.stages.annotate.who.scene import introduce
from rashomon.stages.annotate.who.second_names import find_second_names
from rashomon.stages.annotate.who.settle import settle
from rashomon.stages.annotate.who.short_bodies import find_short_bodies
from rashomon.stages.annotate.who.take_up import take_up_nouns, take_up_pronouns
from rashomon.stages.annotate.who.translations import find_translations
from rashomon.stages.annotate.who.uncased import find_uncased
from rashomon.stages.annotate.who.unparsed import inflected, told_types, without_listed
from rashomon.text.fold import fold_words

NO_HINTS = Hints()
_PERSON: EntityType = "person"


def find_who(
    document: Document,
    sentences: tuple[Sentence, ...],
    times: tuple[TimeRef, ...],
    phones: tuple[Phone, ...],
    hints: Hints = NO_HINTS,
) -> tuple[tuple[Mention, ...], tuple[Referent, ...]]:
    """The mentions of a document in text order, and the referents they were resolved to.

    Names that the user of the case lists need no vote.
    """
    lines = lines_of(sentences, times, phones)
    language = None if document.claims_read else language_of(document.language)
    lines, uncased = (lines, frozenset[Key]()) if language is None else find_uncased(lines, language)
    chunks: list[Chunk] = list(find_chunks(lines))
    if language is not None:
        chunks = list(without_listed(chunks, lines, language))
    told = {} if language is None else told_types(chunks, lines, language)
    named = decide(
        chunks,
        lines,
        fold_words(document.publisher or ""),
        told | {**dict.fromkeys(uncased, _PERSON), **find_own(lines, hints)},
    )
    defined: list[Defined] = list(find_second_names(lines, chunks, named))
    defined += list(find_translations(lines, chunks, defined))
    types, same = settle(named, defined, lines)
    same += inflected(types, language) if language is not None else ()
    for owner, short in (*find_initialisms(lines, chunks, types), *find_short_bodies(lines, chunks, types)):
        types[short] = types[owner]
        same.append((owner, short))
    families = find_families(lines)
    found = list(match(with_kin(types, lines, families), lines))
    actors, open_names = introduce(document, lines, chunks, found, same, defined)
    name_kin(actors, families)
    cast, said_of = describe(lines, actors, found)
    name_subject(lines, cast)
    take_up_nouns(lines, cast)
    pronouns = resolve(lines, cast, open_names, said_of) + bodies_meant(lines, cast)
    pronouns += take_up_pronouns(lines, cast, pronouns)
    mentions, referents = write(document, lines, cast, open_names, pronouns)
    return mentions, referents if language is None else in_nominative(referents, language)
