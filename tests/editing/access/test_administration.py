"""Every address of the administration, for every role, by GET and POST: who may go there, that
nothing fails, and that nobody reads what they must not."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.admin import urls as admin_urls

from .addresses import Address, addresses
from .crawl import FAULT, LOGIN, REFUSED, UNSUITED, Visit, visit
from .roles import ROLES
from .table import Row, find_row, read_rows
from .visitor import Visitor
from .world import World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_without_log")]

# For whoever has not signed in.
OPEN = (
    "wagtailadmin_sprite",
    "wagtailadmin_login",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_password_reset",
)
# It would end the visitor's own session.
NOT_VISITED = ("wagtailadmin_logout",)


def patterns() -> Sequence[URLPattern | URLResolver]:
    get_resolver()  # Loads the addresses, and puts the rules before them.
    loaded: Sequence[URLPattern | URLResolver] = admin_urls.urlpatterns
    return loaded


def visited(world: World) -> list[Address]:
    return [address for address in addresses(patterns(), world) if address.name not in NOT_VISITED]


def as_row(address: Address, method: str, outcome: str) -> str:
    return f"{address.name} {address.target or 'none'} {method}: {outcome}"


def differs(rows: list[Row], role: str, found: Visit) -> str | None:
    """A method that an address does not know is no question of rights."""
    if found.outcome == UNSUITED:
        return None
    address = found.address
    row = find_row(rows, address.name, address.target, found.method)
    if row is None:
        return as_row(address, found.method, f"{found.outcome} ({found.status}), and no row")
    if row.outcomes[role] == found.outcome:
        return None
    outcome = f"{found.outcome} ({found.status}), not {row.outcomes[role]}"
    return as_row(address, found.method, outcome)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_goes_where_it_may_and_reads_what_it_may(world: World, role: str) -> None:
    rows = read_rows()
    visitor = Visitor(world.accounts[role])
    hidden = world.hidden_from(role)
    wrong: list[str] = []
    for address in visited(world):
        for found in visit(visitor, world, address):
            if found.outcome == FAULT:
                wrong.append(as_row(address, found.method, "fails"))
            elif difference := differs(rows, role, found):
                wrong.append(difference)
            for word in sorted(hidden):
                if word in found.text:
                    wrong.append(as_row(address, found.method, f"shows {word}"))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", ["anonymous", "stranger"])
def test_nobody_enters_without_the_right(world: World, who: str) -> None:
    visitor = Visitor() if who == "anonymous" else Visitor(world.accounts[who])
    entered = [
        as_row(address, found.method, found.outcome)
        for address in visited(world)
        if not address.name.startswith(OPEN) and not address.name.endswith("nowhere/")
        for found in visit(visitor, world, address)
        if found.outcome != LOGIN
    ]
    assert not entered, "\n".join(entered)


def test_nobody_goes_to_a_page_in_the_bin(world: World) -> None:
    """Not even a superuser, and whichever way the address names it."""
    objects = world.objects | {"latvian": world.objects["latvian_binned"]}
    there = replace(world, objects=objects)
    visitor = Visitor(world.accounts["superuser"])
    named = [
        address
        for address in visited(there)
        if address.target.partition("+")[0] == "latvian" and "localize" not in address.name
    ]
    assert len(named) > 20
    went = [
        as_row(address, found.method, found.outcome)
        for address in named
        for found in visit(visitor, there, address)
        if found.outcome not in {REFUSED, UNSUITED}
    ]
    assert not went, "\n".join(went)


def test_the_table_has_no_row_too_many(world: World) -> None:
    rows = read_rows()
    used = {
        id(find_row(rows, address.name, address.target, method))
        for address in visited(world)
        for method in ("GET", "POST")
    }
    assert [row for row in rows if id(row) not in used] == []
