from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        self._register_documents()
        self._register_sections()

    def _register_documents(self) -> None:
        from govlab.core.vocabularies import Institution, Topic
        from govlab.delivery.documents.facets import ChoiceFacet, TermFacet, YearFacet
        from govlab.delivery.documents.registry import register

        from . import choices, models, schemas
        from .structured_data import structured_data

        kind = ChoiceFacet(
            name="kind",
            label=_("Kind of news"),
            description="The kind of the news.",
            choices=choices.NewsKind,
            all_label=_("All"),
        )
        register(
            models.NewsIndexPage,
            schemas.NewsIndexDocument,
            template="news/news_index_page.html",
            lists="news",
        )
        register(
            models.NewsPage,
            schemas.NewsDocument,
            collection="news",
            facets=[
                kind,
                TermFacet.of(Topic),
                TermFacet.of(Institution),
                YearFacet(field_name="date", all_label=_("All")),
            ],
            ages=True,
            related=True,
            template="news/news_page.html",
            card="news/card_meta.html",
            structured_data=structured_data,
            motif="star",
        )

    def _register_sections(self) -> None:
        from govlab.core.front_sections import FrontSection, register_front_section

        register_front_section(20, FrontSection("news", heading=_("News"), more=_("All news")))
