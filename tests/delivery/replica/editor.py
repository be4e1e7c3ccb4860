"""What editors do, at random: the rules of the state machine."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page, PageViewRestriction, Site

from govlab.core.publication import PublicationRefused
from govlab.core.vocabularies import Topic
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
            with suppress(PublicationRefused), transaction.atomic():
                do(*args, **kwargs)

        return rule(**strategies)(request)

    return made


words = st.text(alphabet="aābcčdeēz ņ", min_size=1, max_size=12).map(lambda text: f"T {text}")
picks = st.integers(min_value=0, max_value=10_000)


class EditorRules(RuleBasedStateMachine):
    """A small tree in two languages. `pick` chooses among the pages that are there then."""

    def __init__(self) -> None:
        super().__init__()
        self.home = publish(make_home())
        self.english_home = translate_page(self.home, title="Home")
        self.index = publish(make_news_index(self.home))
        self.english_index = translate_page(self.index, title="News")
        self.image = make_image()
        self.topic = make_topic("Dati")

    def _choose(self, pick: int, model: type[Page] = Page) -> Any:
        """Any page that can be edited but the front pages; None where there is none."""
        pages = model.objects.filter(depth__gt=2, alias_of=None).order_by("pk")
        count = pages.count()
        return pages[pick % count].specific if count else None

    def _parent(self, pick: int) -> Any:
        homes = [self.home.pk, self.english_home.pk]
        standards = Page.objects.filter(content_type__model="standardpage").values_list(
            "pk", flat=True
        )
        choices = [*homes, *sorted(standards)]
        return Page.objects.get(pk=choices[pick % len(choices)]).specific

    @editorial(pick=picks, title=words, live=st.booleans())
    def write_a_page(self, pick: int, title: str, live: bool) -> None:
        make_standard(self._parent(pick), title, live=live)

    @editorial(title=words, live=st.booleans(), english=st.booleans())
    def write_news(self, title: str, live: bool, english: bool) -> None:
        index = self.english_index if english else self.index
        stored = Page.objects.filter(pk=index.pk).first()
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
            page.slug = f"{page.slug}-{page.pk}"
            page.save()
            page.move(parent, "last-child")

    @editorial(pick=picks, number=picks)
    def change_the_address(self, pick: int, number: int) -> None:
        if page := self._choose(pick):
            page.slug = f"adrese-{page.pk}-{number}"
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
            CreatePageAliasAction(
                page, update_slug=f"alias-{page.pk}-{page.numchild}-{Page.objects.count()}"
            ).execute(skip_permission_checks=True)

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
        site = Site.objects.get()
        site.root_page = self.index if away and Page.objects.filter(pk=self.index.pk) else self.home
        site.save()
