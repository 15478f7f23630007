"""What somebody is: roles, bodies they belong to, names, births, phones, whereabouts, rewards; and when papers date."""

from __future__ import annotations

from rashomon.stages.claims.persons.ages import find_ages
from rashomon.stages.claims.persons.identity import find_aliases, find_births
from rashomon.stages.claims.persons.numbers import find_numbers
from rashomon.stages.claims.persons.papers import find_papers
from rashomon.stages.claims.persons.posts import find_posts
from rashomon.stages.claims.persons.titles import find_titles
from rashomon.stages.claims.persons.wanted import find_wanted
from rashomon.stages.claims.persons.whereabouts import find_whereabouts

READERS = (
    find_titles, find_posts, find_aliases, find_births, find_ages, find_numbers, find_whereabouts, find_wanted,
    find_papers,
)  # fmt: skip
"""Each gives the drafts of its kind in one document."""
