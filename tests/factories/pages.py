"""Live Latvian pages under their proper parents. `live=False` makes a draft."""

import datetime as dt
from itertools import count
from typing import Any

from wagtail.models import Page, Site

from cases.models import CaseIndexPage, CasePage, ResultsPage
from home.models import HomePage, MethodIndexPage, MethodPage, MissionPage, StandardPage
from news.models import NewsIndexPage, NewsPage

from .roots import make_roots
from .terms import latvian, make_laboratory

_numbers = count(1)


def add_page(model: type[Page], parent: Page, title: str, fields: dict[str, Any]) -> Any:
    values = {
        "title": title,
        "slug": f"lapa-{next(_numbers)}",
        "summary": "Kopsavilkums.",
        "locale": parent.locale if parent.depth > 1 else latvian(),
    } | fields
    page = model(**values)
    parent.add_child(instance=page)
    return page


def publish(page: Any) -> Any:
    """Publishes through a revision, as an editor does; returns the page as stored."""
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def make_home(title: str = "", **fields: Any) -> HomePage:
    """The front page of the default site: the one that is there, unless it is to be another."""
    if not title and not fields and (there := HomePage.objects.first()):
        return there
    home: HomePage = add_page(HomePage, make_roots(), title or "Sākums", fields)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.root_page = home
    site.save()
    return home


def make_standard(parent: Page, title: str = "Lapa", **fields: Any) -> StandardPage:
    return add_page(StandardPage, parent, title, fields)


def make_mission(parent: Page, title: str = "Misija", **fields: Any) -> MissionPage:
    return add_page(MissionPage, parent, title, {"statement": "Kāpēc mēs esam."} | fields)


def make_method_index(parent: Page, title: str = "Metodes", **fields: Any) -> MethodIndexPage:
    return add_page(MethodIndexPage, parent, title, fields)


def make_method(parent: Page, title: str = "Metode", **fields: Any) -> MethodPage:
    return add_page(MethodPage, parent, title, {"purpose": "Mērķis.", "phase": "define"} | fields)


def make_news_index(parent: Page, title: str = "Jaunumi", **fields: Any) -> NewsIndexPage:
    return add_page(NewsIndexPage, parent, title, fields)


def make_news(parent: Page, title: str = "Ziņa", **fields: Any) -> NewsPage:
    return add_page(NewsPage, parent, title, {"date": dt.date(2026, 3, 12)} | fields)


def make_case_index(parent: Page, title: str = "Pieredze", **fields: Any) -> CaseIndexPage:
    return add_page(CaseIndexPage, parent, title, fields)


def make_case(parent: Page, title: str = "Stāsts", **fields: Any) -> CasePage:
    fields.setdefault("laboratory", None)
    fields["laboratory"] = fields["laboratory"] or make_laboratory()
    return add_page(CasePage, parent, title, {"challenge": "<p>Kas nedarbojās.</p>"} | fields)


def make_results(parent: Page, title: str = "Rezultāti", **fields: Any) -> ResultsPage:
    return add_page(ResultsPage, parent, title, fields)
