"""A worker whose clock may be wrong: `python -m tools.faults.shifted_worker NAME SECONDS`."""

import datetime as dt
import sys

import django
import time_machine


def main(name: str, seconds: int) -> None:
    django.setup()
    from django.core.management import call_command

    if not seconds:
        call_command("run_worker", name=name, interval=1.0)
        return
    moment = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds)
    with time_machine.travel(moment, tick=True):
        call_command("run_worker", name=name, interval=1.0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
