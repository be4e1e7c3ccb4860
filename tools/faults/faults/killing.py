"""Processes that end without a word."""

import random
from collections.abc import Callable

from ..installation import Installation
from ..registry import fault


@fault
def kill_a_worker(installation: Installation, chance: random.Random) -> Callable[[], None]:
    name = chance.choice(installation.worker_names)
    installation.kill(name)
    return lambda: installation.start(name)


@fault
def kill_all_workers(installation: Installation, chance: random.Random) -> Callable[[], None]:
    for name in installation.worker_names:
        installation.kill(name)

    def end() -> None:
        for name in installation.worker_names:
            installation.start(name)

    return end


@fault
def kill_the_web_server(installation: Installation, chance: random.Random) -> Callable[[], None]:
    installation.kill("web")
    installation.start("web")
    return installation.wait_for_web
