"""What a word is and what part it plays in its sentence, in no parser's labels: `Token.part` holds these as one number.

Three things are told of every word: its class (verb, name, preposition), its form where it has one (plural, past), and
its place under the word it hangs on (subject, apposition, joined to it). The table `lexicon/labels.tsv` says which label of which
parser is which of these; `stages/annotate/clauses` fills them in. `token.is_a(NAME | COMMON_NOUN)` asks.
"""

from __future__ import annotations

from typing import Final

# The class of a word.
MAIN_VERB: Final = 1 << 0
HELPER: Final = 1 << 1
COMMON_NOUN: Final = 1 << 2
NAME: Final = 1 << 3
PRONOUN: Final = 1 << 4
ADJECTIVE: Final = 1 << 5
ADVERB: Final = 1 << 6
NUMBER: Final = 1 << 7
DETERMINER: Final = 1 << 8
PREPOSITION: Final = 1 << 9
AND: Final = 1 << 10
SUBORDINATOR: Final = 1 << 11
PARTICLE: Final = 1 << 12
MARK: Final = 1 << 13
SYMBOL: Final = 1 << 14
EXCLAMATION: Final = 1 << 15
FOREIGN: Final = 1 << 16
BLANK: Final = 1 << 17

# The form of a word.
SINGULAR_NOUN: Final = 1 << 20
PLURAL_NOUN: Final = 1 << 21
SINGULAR_NAME: Final = 1 << 22
PLURAL_NAME: Final = 1 << 23
PAST: Final = 1 << 24
PRESENT_OF_ONE: Final = 1 << 25
PRESENT_OF_MANY: Final = 1 << 26
PARTICIPLE: Final = 1 << 27
GERUND: Final = 1 << 28
INFINITIVE: Final = 1 << 29
MODAL: Final = 1 << 30
TO: Final = 1 << 31
PERSONAL: Final = 1 << 32
POSSESSIVE: Final = 1 << 33
WHO: Final = 1 << 34
WHICH: Final = 1 << 35
WHOSE: Final = 1 << 36
WHERE: Final = 1 << 37
ARTICLE: Final = 1 << 38
LINK: Final = 1 << 39
OWNING_MARK: Final = 1 << 40

# The place of a word under the one it hangs on.
TOP: Final = 1 << 50
DOING_SUBJECT: Final = 1 << 51
UNDERGOING_SUBJECT: Final = 1 << 52
CLAUSE_SUBJECT: Final = 1 << 53
UNDERGOING_CLAUSE_SUBJECT: Final = 1 << 54
EXPLETIVE: Final = 1 << 55
OBJECT: Final = 1 << 56
RECIPIENT: Final = 1 << 57
PHRASE: Final = 1 << 58
BY_PHRASE: Final = 1 << 59
IN_PHRASE: Final = 1 << 60
CLAUSE_IN_PHRASE: Final = 1 << 61
OWNER: Final = 1 << 62
JOINED: Final = 1 << 63
APPOSITION: Final = 1 << 64
PREDICATE_NOUN: Final = 1 << 65
PREDICATE_ADJECTIVE: Final = 1 << 66
PREDICATE_OF_OBJECT: Final = 1 << 67
CLAUSE: Final = 1 << 68
OPEN_CLAUSE: Final = 1 << 69
ADVERBIAL_CLAUSE: Final = 1 << 70
RELATIVE_CLAUSE: Final = 1 << 71
NOUN_CLAUSE: Final = 1 << 72
ASIDE: Final = 1 << 73
HELPING: Final = 1 << 74
PASSIVE_HELPING: Final = 1 << 75
NEGATION: Final = 1 << 76
CLAUSE_OPENER: Final = 1 << 77
VERB_PARTICLE: Final = 1 << 78
ADVERBIAL: Final = 1 << 79
ADVERBIAL_NOUN: Final = 1 << 80
DETERMINING: Final = 1 << 81
PREDETERMINING: Final = 1 << 82
QUALIFYING: Final = 1 << 83
COMPOUNDING: Final = 1 << 84
NOUN_MODIFIER: Final = 1 << 85
COUNTING: Final = 1 << 86
BOUNDING: Final = 1 << 87
OWNERSHIP: Final = 1 << 88
JOINING: Final = 1 << 89
PUNCTUATING: Final = 1 << 90
CALLED_OUT: Final = 1 << 91
LOOSE: Final = 1 << 92
PREJOINING: Final = 1 << 93

# What is mostly asked of a word.
VERB: Final = MAIN_VERB | HELPER
NOUN: Final = COMMON_NOUN | NAME
NOMINAL: Final = NOUN | ADJECTIVE | NUMBER | DETERMINER
BETWEEN_NOUNS: Final = PREPOSITION | AND | PARTICLE
PLURAL: Final = PLURAL_NOUN | PLURAL_NAME
SINGULAR: Final = SINGULAR_NOUN | SINGULAR_NAME
PRESENT: Final = PRESENT_OF_ONE | PRESENT_OF_MANY
FINITE: Final = PAST | PRESENT
RELATIVE: Final = WHO | WHICH
SUBJECT: Final = DOING_SUBJECT | UNDERGOING_SUBJECT
ANY_SUBJECT: Final = SUBJECT | CLAUSE_SUBJECT | EXPLETIVE
ANY_HELPING: Final = HELPING | PASSIVE_HELPING
OF_A_NOUN: Final = RELATIVE_CLAUSE | NOUN_CLAUSE
BEFORE_NOUN: Final = COMPOUNDING | NOUN_MODIFIER | QUALIFYING
