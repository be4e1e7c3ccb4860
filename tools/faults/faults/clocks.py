"""A worker whose clock is wrong; what it publishes early, an editor would see as early."""

import random
from collections.abc import Callable

from ..installation import Installation
from ..registry import fault


@fault
def shift_a_workers_clock(installation: Installation, chance: random.Random) -> Callable[[], None]:
    name = chance.choice(installation.worker_names)
    installation.kill(name)
    installation.start(name, shift_seconds=chance.choice([-86_400, -3_600, 3_600, 86_400]))

    def end() -> None:
        installation.kill(name)
        installation.start(name)

    return end
