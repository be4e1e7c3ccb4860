"""What surrounds each page: the front pages of all languages, and the menus of one."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Case, F, Q, Subquery, TextField, Value, When
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from govlab.core.schemas.contacts import Contacts
from govlab.delivery.documents.batch import Batch, Row
from govlab.delivery.models import Document
from govlab.delivery.schemas.links import PageLink

QUERY = "frame"
_IN_MENU = 1


@dataclass(frozen=True)
class Frame:
    locale: str
    # Language code → its front page, of the languages in which it is public.
    homes: dict[str, PageLink] = field(default_factory=dict)
    # The children of the front page: those that editors put into menus, and the others.
    main: list[PageLink] = field(default_factory=list)
    footer: list[PageLink] = field(default_factory=list)
    # Of the front page's document; None if nobody has entered any, or it is not public.
    contacts: Contacts | None = None

    @property
    def home(self) -> str:
        """The path of the front page; `/` finds that of another language if it is not public."""
        home = self.homes.get(self.locale)
        return home.path if home else "/"


def home_path(locale: str) -> str:
    with override(locale):
        return reverse("wagtail_serve", args=[""])


def add_query(batch: Batch, locale: str) -> None:
    """Add the query whose rows `from_rows` reads."""
    paths = [home_path(code) for code, _ in settings.LANGUAGES]
    live = Document.objects.filter(live=True)
    home = Document.at_path(home_path(locale)).filter(live=True).values("tree_path")[:1]
    in_menu = Case(When(in_menu=True, then=Value(_IN_MENU)), default=Value(0))
    rows = live.annotate(above=Left("tree_path", Length("tree_path") - Page.steplen)).filter(
        Q(path_start__in=paths) | Q(locale=locale, above=Subquery(home))
    )
    own_home = Case(
        When(path_start=home_path(locale), then=F("json")),
        default=Value(""),
        output_field=TextField(),
    )
    batch.add(
        QUERY, rows, text=F("card_json"), extra=own_home, number=in_menu, order=[F("tree_path")]
    )


def from_rows(rows: Iterable[Row], locale: str) -> Frame:
    main: list[PageLink] = []
    footer: list[PageLink] = []
    front: dict[str, PageLink] = {}
    contacts: Contacts | None = None
    homes = {home_path(code): code for code, _ in settings.LANGUAGES}
    for row in rows:
        card = json.loads(row.text)
        link = PageLink(**{name: card[name] for name in PageLink.model_fields})
        if code := homes.get(link.path):
            front[code] = link
            contacts = contacts or _contacts(row.extra)
        elif row.number == _IN_MENU:
            main.append(link)
        else:
            footer.append(link)
    return Frame(locale, front, main, footer, contacts)


def _contacts(front_page: str) -> Contacts | None:
    """`front_page` is the document of this language's front page, empty for those of others."""
    found = json.loads(front_page).get("contacts") if front_page else None
    return Contacts(**found) if found else None


def load(locale: str) -> Frame:
    """Return the frame of views that are no page, such as search. One query."""
    batch = Batch()
    add_query(batch, locale)
    return from_rows(batch.run()[1][QUERY], locale)
