"""One id each: things that are the same by many pairwise scores, without a chain of weak links joining strangers."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence


class Union:
    """Sets that only grow together; the smallest member names a set."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        """The name of the set that holds the item."""
        root = item
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(item, item)) != root:
            self._parent[item], item = root, above
        return root

    def join(self, a: str, b: str) -> None:
        """Make the sets of two items one."""
        one, two = sorted((self.find(a), self.find(b)))
        self._parent[two] = one


def average_linkage(
    weights: Mapping[int, int],
    scores: Mapping[tuple[int, int], float],
    cut: float,
    apart: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """Groups joined from the best mean score down to `cut` (UPGMA over sparse scores; an unscored pair counts 0).

    `weights` are the items with their sizes; a pair in `apart` never shares a group.
    """
    near: dict[int, dict[int, float]] = defaultdict(dict)
    heap: list[tuple[float, int, int]] = []
    for (a, b), score in sorted(scores.items()):
        near[a][b] = near[b][a] = score
        if score >= cut:
            heap.append((-score, a, b))
    heapq.heapify(heap)
    members = {item: [item] for item in weights}
    sizes = dict(weights)
    foes: dict[int, set[int]] = defaultdict(set)
    for a, b in apart:
        foes[a].add(b)
        foes[b].add(a)
    fresh = max(weights, default=0) + 1
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in members or b not in members or b in foes[a]:
            continue
        members[fresh] = members.pop(a) + members.pop(b)
        sizes[fresh] = sizes[a] + sizes[b]
        foes[fresh] = foes[a] | foes[b]
        for foe in foes[fresh]:
            foes[foe].add(fresh)
        for other, score in _merged(near, sizes, a, b).items():
            near[fresh][other] = near[other][fresh] = score
            if score >= cut:
                heapq.heappush(heap, (-score, other, fresh))
        fresh += 1
    return sorted(sorted(group) for group in members.values())


def _merged(near: dict[int, dict[int, float]], sizes: Mapping[int, int], a: int, b: int) -> dict[int, float]:
    """The mean scores of two joined groups; the two are taken out, so that nobody looks through groups long gone."""
    total = sizes[a] + sizes[b]
    sums: dict[int, float] = {}
    for part, gone in ((a, b), (b, a)):
        for other, score in near.pop(part, {}).items():
            if other != gone:
                sums[other] = sums.get(other, 0.0) + score * sizes[part]
                del near[other][part]
    return {other: value / total for other, value in sums.items()}


def join_best_first(
    count: int, pairs: Sequence[tuple[float, int, int]], fits: Callable[[Sequence[int], Sequence[int]], bool]
) -> list[list[int]]:
    """Groups joined pair by pair from the best score down, where `fits` finds no two members that exclude each other."""
    home = list(range(count))
    groups = {n: [n] for n in range(count)}
    for _, a, b in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        one, two = sorted((home[a], home[b]))
        if one == two or not fits(groups[one], groups[two]):
            continue
        for member in groups[two]:
            home[member] = one
        groups[one] = groups[one] + groups.pop(two)
    return [sorted(g) for _, g in sorted(groups.items())]
