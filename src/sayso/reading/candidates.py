"""Which earlier actor does a mention most likely stand for?"""

from collections.abc import Callable, Mapping, Sequence

from sayso.reading.clusters import Cluster

SHARED = 0.2
"""Chance from which a mention may stand for two actors that are one."""


class Candidates:
    """The chances of earlier actors, by mention; `of` is filled while the text is walked."""

    def __init__(
        self, chances: Sequence[Sequence[tuple[int, float]]], of: Mapping[int, Cluster]
    ) -> None:
        self._chances = chances
        self._of = of

    def weigh(self, number: int) -> tuple[dict[Cluster, float], float]:
        """The chance of each earlier actor to be meant by a mention, and of none."""
        mass: dict[Cluster, float] = {}
        none = 0.0
        for earlier, chance in self._chances[number]:
            if earlier < 0:
                none = chance
            elif earlier in self._of:
                cluster = self._of[earlier]
                mass[cluster] = mass.get(cluster, 0.0) + chance
        return mass, none

    def choose(self, number: int, may: Callable[[Cluster], bool], least: float) -> Cluster | None:
        """The likeliest actor that may be meant, if its chance is at least that."""
        mass, none = self.weigh(number)
        allowed = {c: m for c, m in mass.items() if may(c)}
        total = sum(allowed.values()) + none
        if not allowed or total <= 0:
            return None
        best = max(allowed, key=lambda c: allowed[c])
        return best if allowed[best] / total >= least else None

    def find_halves(
        self, number: int, may: Callable[[Cluster], bool]
    ) -> tuple[Cluster, Cluster] | None:
        """A person without an office and one without a name, if just these two may be meant."""
        likely = [c for c, m in self.weigh(number)[0].items() if m >= SHARED and may(c)]
        named = [c for c in likely if c.names and not c.roles]
        nameless = [c for c in likely if c.roles and not c.names]
        if len(named) != 1 or len(nameless) != 1:
            return None
        return named[0], nameless[0]
