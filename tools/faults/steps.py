"""What a history is made of; all of it follows from a seed."""

import random
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    kind: str  # action, fault, or portal
    name: str
    seed: int

    def __str__(self) -> str:
        return f"{self.kind} {self.name} {self.seed}"


def random_steps(
    seed: int, number: int, actions: Collection[str], faults: Collection[str]
) -> list[Step]:
    chance = random.Random(seed)
    kinds = {"action": sorted(actions), "fault": sorted(faults), "portal": ["copy", "pull"]}
    return [
        Step(kind, chance.choice(kinds[kind]), chance.randrange(10**6))
        for kind in chance.choices(list(kinds), weights=[70, 18, 12], k=number)
    ]
