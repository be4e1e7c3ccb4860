"""The belt at the top of a page: the site's, or a case's own of the methods that it used."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from cases.models import CaseMethod
from govlab.delivery.log import relay
from tests.factories import make_case, make_case_index, make_method, make_method_index


def belt(client: Client, path: str) -> Any:
    (found,) = BeautifulSoup(client.get(path).content, "html.parser").select(".josta--top")
    return found


def test_the_motifs_of_a_case_are_those_of_its_methods_in_order(client: Client, home: Any) -> None:
    index = make_method_index(home)
    case = make_case(make_case_index(home))
    for phase in ("test", "empathise", "test"):
        method = make_method(index, phase=phase)
        CaseMethod.objects.create(page=case, method=method, locale=case.locale)
    hidden = make_method(index, phase="define", live=False)
    CaseMethod.objects.create(page=case, method=hidden, locale=case.locale)
    relay.drain()
    own = belt(client, case.url)
    motifs = [use["href"].rpartition("#")[2] for use in own.select("use")]
    assert motifs == ["test", "empathise", "test"]
    assert own.pattern["width"] == "36"
    assert own["aria-hidden"] == "true"
    for page in (home, index, method, make_case(case.get_parent(), "Bez metodēm")):
        relay.drain()
        assert belt(client, page.url).select("use") == []
