"""What editors do, at random: the rules of the state machine."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from itertools import count
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page, PageViewRestriction, Site

from govlab.core.bin import outside_bin
from govlab.core.publication.gate import PageRefused
from govlab.core.vocabularies import Topic
from govlab.delivery.api.response_cache import response_cache
from govlab.website.reader.lookup import frame_cache
from news.models import NewsPage, NewsTopic
from tests.factories import (
    make_home,
    make_image,
    make_news,
    make_news_index,
    make_standard,
    make_topic,
    publish,
    translate_page,
)


def editorial(**strategies: Any) -> Callable[[Callable[..., None]], Any]:
    """A rule that is one request: what the publication gate refuses changes nothing."""

    def made(do: Callable[..., None]) -> Any:
        @wraps(do)
        def request(*args: Any, **kwargs: Any) -> None:
            with suppress(PageRefused), transaction.atomic():
                do(*args, **kwargs)

        return rule(**strategies)(request)

    return made


words = st.text(alphabet="aābcčdeēz ņ", min_size=1, max_size=12).map(lambda text: f"T {text}")
picks = st.integers(min_value=0, max_value=10_000)
# What decides, for a page and all below it, whether and where it is public.
CHANGES = ["address", "live", "restriction", "place", "order"]


class EditorRules(RuleBasedStateMachine):
    """A small tree in two languages. `pick` chooses among the pages that are there then."""

    def __init__(self) -> None:
        super().__init__()
        self.home = publish(make_home())
        self.english_home = translate_page(self.home, title="Home")
        self.index = publish(make_news_index(self.home))
        self.english_index = translate_page(self.index, title="News")
        publish(make_standard(publish(make_standard(self.home, "Nodaļa")), "Apakšlapa"))
        self.image = make_image()
        self.topic = make_topic("Dati")
        self.numbers = count(1)
        # What takes back the changes that can be taken back, the latest last.
        self.ways_back: list[Callable[[], None]] = []

    def _choose(self, pick: int, model: type[Page] = Page) -> Any:
        """Any page that can be edited but the front pages; None where there is none."""
        pages = outside_bin(model.objects.filter(depth__gt=2, alias_of=None)).order_by("pk")
        count = pages.count()
        return pages[pick % count].specific if count else None

    def _parent(self, pick: int) -> Any:
        homes = [self.home.pk, self.english_home.pk]
        standards = outside_bin(Page.objects.filter(content_type__model="standardpage"))
        choices = [*homes, *sorted(standards.values_list("pk", flat=True))]
        return Page.objects.get(pk=choices[pick % len(choices)]).specific

    @editorial(pick=picks, title=words, live=st.booleans())
    def write_a_page(self, pick: int, title: str, live: bool) -> None:
        make_standard(self._parent(pick), title, live=live)

    @editorial(title=words, live=st.booleans(), english=st.booleans())
    def write_news(self, title: str, live: bool, english: bool) -> None:
        index = self.english_index if english else self.index
        stored = outside_bin(Page.objects.filter(pk=index.pk)).first()
        if stored:
            news = make_news(stored.specific, title, live=live, listing_image=self.image)
            NewsTopic.objects.create(page=news, topic=self.topic, locale=news.locale)
            publish(news) if live else None

    @editorial(pick=picks, title=words)
    def retitle_and_publish(self, pick: int, title: str) -> None:
        if page := self._choose(pick):
            page.title = title
            publish(page)

    @editorial(pick=picks, title=words)
    def save_a_draft(self, pick: int, title: str) -> None:
        if page := self._choose(pick):
            page.title = title
            page.save_revision()

    @editorial(pick=picks)
    def publish_again_unchanged(self, pick: int) -> None:
        if page := self._choose(pick):
            page.get_latest_revision_as_object().save_revision().publish()

    @editorial(pick=picks, below=st.booleans())
    def unpublish(self, pick: int, below: bool) -> None:
        if page := self._choose(pick):
            for child in page.get_descendants().specific() if below else []:
                child.unpublish()
            page.unpublish()

    @editorial(pick=picks)
    def delete(self, pick: int) -> None:
        if page := self._choose(pick):
            page.delete()

    @editorial(pick=picks, other_pick=picks)
    def move(self, pick: int, other_pick: int) -> None:
        page, parent = self._choose(pick), self._parent(other_pick)
        if page and page.locale_id == parent.locale_id and not parent.path.startswith(page.path):
            page.slug = f"parvietota-{next(self.numbers)}"
            page.save()
            page.move(parent, "last-child")

    @editorial(pick=picks, kind=st.sampled_from(CHANGES))
    def change(self, pick: int, kind: str) -> None:
        """Something that `change_back` takes back exactly."""
        if page := self._choose(pick):
            self.ways_back.append(changed(page, kind))

    @editorial()
    def change_back(self) -> None:
        if self.ways_back:
            self.ways_back.pop()()

    @editorial(pick=picks)
    def change_the_address(self, pick: int) -> None:
        if page := self._choose(pick):
            page.slug = f"adrese-{next(self.numbers)}"
            publish(page)

    @editorial(pick=picks, kind=st.sampled_from(["login", "password"]))
    def restrict(self, pick: int, kind: str) -> None:
        if page := self._choose(pick):
            PageViewRestriction.objects.get_or_create(
                page=page, defaults={"restriction_type": kind, "password": "x"}
            )

    @editorial()
    def open_up(self) -> None:
        for restriction in PageViewRestriction.objects.all():
            restriction.delete()

    @editorial(pick=picks, title=words)
    def translate(self, pick: int, title: str) -> None:
        page = self._choose(pick, NewsPage)
        english = Locale.objects.get(language_code="en")
        if page and page.locale.language_code == "lv":
            parent = page.get_parent().get_translation_or_none(english)
            if parent:
                translate_page(page, title=title)

    @editorial(pick=picks)
    def alias(self, pick: int) -> None:
        if page := self._choose(pick):
            CreatePageAliasAction(page, update_slug=f"alias-{next(self.numbers)}").execute(
                skip_permission_checks=True
            )

    @editorial(pick=picks, live=st.booleans(), below=st.booleans())
    def copy(self, pick: int, live: bool, below: bool) -> None:
        if page := self._choose(pick):
            slug = f"kopija-{next(self.numbers)}"
            CopyPageAction(
                page, recursive=below, keep_live=live, update_attrs={"slug": slug}
            ).execute(skip_permission_checks=True)

    @editorial(pick=picks, alias=st.booleans())
    def copy_into_english(self, pick: int, alias: bool) -> None:
        page = self._choose(pick)
        english = Locale.objects.get(language_code="en")
        if page and page.locale_id != english.pk and not page.has_translation(english):
            page.copy_for_translation(english, copy_parents=True, alias=alias)

    @editorial(pick=picks, other_pick=picks)
    def link(self, pick: int, other_pick: int) -> None:
        page, other = self._choose(pick), self._choose(other_pick)
        if page and other:
            html = f'<p>Sk. <a linktype="page" id="{other.pk}">saite</a></p>'
            page.body = [("rich_text", html), ("related_pages", {"title": "", "pages": [other]})]
            publish(page)

    @editorial(title=words)
    def change_the_picture(self, title: str) -> None:
        self.image.title = title
        self.image.focal_point_x = len(title)
        self.image.focal_point_y = self.image.focal_point_width = self.image.focal_point_height = 1
        self.image.save()

    @editorial(name=words)
    def rename_the_term(self, name: str) -> None:
        topic = Topic.objects.get(pk=self.topic.pk)
        topic.name = name
        topic.save()

    @editorial(away=st.booleans())
    def change_the_sites_root(self, away: bool) -> None:
        """A site goes with the page that is its root, and may be made again."""
        site = Site.objects.first() or Site(hostname="testserver", is_default_site=True)
        site.root_page = (
            self.index if away and outside_bin(Page.objects.filter(pk=self.index.pk)) else self.home
        )
        site.save()


class UndoneEditing(EditorRules):
    """Each example is a transaction of its own, undone at its end, after `compare`."""

    def __init__(self) -> None:
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        Site.clear_site_root_paths_cache()
        response_cache.clear()
        frame_cache.clear()
        super().__init__()

    def compare(self) -> None:
        raise NotImplementedError

    def teardown(self) -> None:
        try:
            self.compare()
        finally:
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)


def changed(page: Any, kind: str) -> Callable[[], None]:
    """Changes the page; returns what takes it back, whatever happened to the page since."""
    number, model, slug, live = page.pk, type(page), page.slug, page.live
    parent, before = page.get_parent(), page.get_prev_sibling()
    restricted = PageViewRestriction.objects.filter(page_id=number).exists()

    def stored(pk: int) -> Any:
        found = outside_bin(Page.objects.filter(pk=pk)).first()
        return found.specific if found else None

    def rename(to: str) -> None:
        found = stored(number)
        if found and not found.get_siblings(inclusive=False).filter(slug=to).exists():
            found.slug = to
            found.save()

    def turn(on: bool) -> None:
        if found := stored(number):
            publish(found) if on else found.unpublish()

    def close(on: bool) -> None:
        if on and stored(number):
            PageViewRestriction.objects.get_or_create(page_id=number, restriction_type="login")
        elif not on:
            for restriction in PageViewRestriction.objects.filter(page_id=number):
                restriction.delete()

    def put(target: Any, position: str) -> None:
        found, place = stored(number), stored(target.pk) if target else None
        if not found or not place or place.path.startswith(found.path):
            return
        to = place if position.endswith("child") else place.get_parent()
        if not to.get_children().filter(slug=found.slug).exclude(pk=number).exists():
            found.move(place, position)

    match kind:
        case "address":
            rename(f"{slug}-cita")
            return lambda: rename(slug)
        case "live":
            turn(not live)
            return lambda: turn(live)
        case "restriction":
            close(not restricted)
            return lambda: close(restricted)
        case "place":
            others = outside_bin(Page.objects.filter(depth__gte=2, locale=page.locale_id))
            target = others.exclude(path__startswith=page.path).order_by("-path").first()
            if target and model.can_exist_under(target.specific):
                put(target, "last-child")
            return lambda: put(parent, "last-child")
        case _:
            if before:
                put(before, "left")
            return lambda: put(before, "right")
