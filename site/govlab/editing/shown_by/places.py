"""Finds what shows objects, and says it as far as an account may see it.

There are two sources. Documents of the log note what they were built from, so they know what
readers see, also where a link leads to the translation of the page that was chosen. Wagtail's
reference index knows the field, and drafts, redirects and search rules too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.permissions import policy_registry

from govlab.core.bin import outside_bin

from ..visibility import MODEL_ACTIONS, explorable_pages, visible_pages
from .references import noted_pages, references_to, with_descendants

# More are counted and not listed.
MOST = 20
# Their records of what they translate are not shown anywhere.
IGNORED_APPS = frozenset({"wagtail_localize"})


@dataclass(frozen=True)
class Place:
    title: str
    # Where the account may open it; empty if nowhere.
    url: str
    # In words: “Body → Link”; empty if it is not known.
    how: str
    is_public: bool = True


@dataclass
class ShownBy:
    pages: list[Place] = field(default_factory=list)
    # Pages that show it and that the account may not see.
    hidden: int = 0
    # Pages that it may see, beyond the first.
    more: int = 0
    menus: list[str] = field(default_factory=list)
    redirects: list[Place] = field(default_factory=list)
    hidden_redirects: int = 0
    # Other records, such as promoted results of search.
    others: list[Place] = field(default_factory=list)

    @property
    def number(self) -> int:
        shown = len(self.pages) + self.more + self.hidden + len(self.others)
        return shown + len(self.menus) + len(self.redirects) + self.hidden_redirects

    def __bool__(self) -> bool:
        return self.number > 0


def shown_by(objects: Sequence[Model], account: Any) -> ShownBy:
    """Return what shows any of the objects, in a fixed number of queries. Objects are of one kind;
    pages stand for those below them too."""
    found = ShownBy()
    if not objects:
        return found
    chosen = list(objects)
    if isinstance(chosen[0], Page):
        pages = [page for page in chosen if isinstance(page, Page)]
        chosen = [*with_descendants(pages)]
        found.menus = _menus(pages)
    references = references_to(chosen)
    _add_pages(found, chosen, references, account)
    if isinstance(chosen[0], Page):
        _add_redirects(found, chosen, account)
    _add_others(found, references, account)
    return found


def _add_pages(
    found: ShownBy, objects: Sequence[Any], references: list[ReferenceIndex], account: Any
) -> None:
    pages_type = ContentType.objects.get_for_model(Page)
    own = {each.pk for each in objects} if isinstance(objects[0], Page) else set()
    how: dict[int, str] = {}
    for reference in references:
        number = int(reference.object_id) if reference.base_content_type == pages_type else None
        if number is not None and number not in own:
            how.setdefault(number, str(capfirst(reference.describe_source_field())))
    numbers = how.keys() | noted_pages(objects)
    shown_pages = outside_bin(Page.objects.filter(pk__in=numbers))
    pages = shown_pages.select_related("locale").order_by("-live", "path")
    visible = set(visible_pages(account).filter(pk__in=numbers).values_list("pk", flat=True))
    explorable = set(explorable_pages(account).filter(pk__in=numbers).values_list("pk", flat=True))
    shown = [page for page in pages if page.pk in visible]
    found.hidden = len(pages) - len(shown)
    found.more = max(0, len(shown) - MOST)
    for page in shown[:MOST]:
        url = reverse("wagtailadmin_pages:edit", args=[page.pk]) if page.pk in explorable else ""
        words = how.get(page.pk) or _("shown automatically or through another language")
        found.pages.append(Place(page.get_admin_display_title(), url, words, page.live))


def _menus(pages: Iterable[Page]) -> list[str]:
    """Say which menus the pages are in: those below a front page are in the main menu if editors
    chose so, else in the footer; deeper ones are in the menus that portals show."""
    roots = Site.objects.values("root_page__translation_key")
    homes = set(Page.objects.filter(translation_key__in=roots).values_list("path", flat=True))
    texts = []
    for page in pages:
        values = {"title": page.get_admin_display_title()}
        if not page.live:
            continue
        if page.path[: -Page.steplen] in homes:
            if page.show_in_menus:
                texts.append(_("“%(title)s” is in the site's main menu.") % values)
            else:
                texts.append(_("“%(title)s” is in the footer of every page.") % values)
        elif page.show_in_menus and page.depth > 2:
            texts.append(_("“%(title)s” is in the menus that portals show.") % values)
    return texts


def _add_redirects(found: ShownBy, pages: Sequence[Any], account: Any) -> None:
    redirects = list(Redirect.objects.filter(redirect_page__in=[page.pk for page in pages]))
    policy = policy_registry.get_by_type(Redirect)
    if not policy.user_has_any_permission(account, MODEL_ACTIONS):
        found.hidden_redirects = len(redirects)
        return
    for redirect in redirects:
        url = reverse("wagtailredirects:edit", args=[redirect.pk])
        found.redirects.append(Place(redirect.old_path, url, ""))


def _add_others(found: ShownBy, references: list[ReferenceIndex], account: Any) -> None:
    others: dict[type[Model], set[str]] = {}
    for reference in references:
        model = reference.base_content_type.model_class()
        if model is None or issubclass(model, Page | Redirect):
            continue
        if model._meta.app_label not in IGNORED_APPS:
            others.setdefault(model, set()).add(reference.object_id)
    for model, numbers in others.items():
        policy = policy_registry.get_by_type(model)
        if policy.user_has_any_permission(account, MODEL_ACTIONS):
            values = {"name": capfirst(model._meta.verbose_name_plural), "number": len(numbers)}
            found.others.append(Place(_("%(name)s: %(number)d") % values, "", ""))
        else:
            found.hidden += len(numbers)
