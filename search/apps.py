from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from django.utils import timezone

        from govlab.core.processing import Processing
        from govlab.core.processing import register as register_processing
        from govlab.core.related import register_related
        from govlab.core.spelling import register_speller
        from govlab.delivery.api.sections import Section, register
        from govlab.delivery.log import consumers
        from govlab.delivery.operations import health, periodic_tasks

        from . import checks  # noqa: F401  the import registers the checks
        from .api.router import make_router
        from .curation import rules, zero_results
        from .engines import status
        from .engines.database import consumer as database
        from .engines.elastic import consumer as elastic
        from .engines.elastic.engine import ElasticsearchEngine
        from .files import page_files
        from .text.spelling.english import EnglishSpeller
        from .text.spelling.latvian import LatvianSpeller
        from .website.related import related_content

        consumers.register(consumers.Consumer(database.CONSUMER, database.apply))
        if ElasticsearchEngine.name == settings.GOVLAB_SEARCH_ENGINE:
            consumers.register(elastic.make())
        rules.connect()
        register(
            Section(
                "search",
                "Full-text search and autocomplete.",
                make_router,
                links=lambda: ["search", "suggest"],
                order=40,
            )
        )
        health.register("search", status.report)
        register_processing(
            Processing(
                "zero-results",
                purpose=_("Searches that found nothing"),
                data=_(
                    "The words of the search, how often they were searched for, and the days; not "
                    "who searched. Words that look like personal data are not stored."
                ),
                basis=_(
                    "Legal basis: a task carried out in the public interest (Article 6(1)(e) of "
                    "the General Data Protection Regulation)."
                ),
                days=lambda: zero_results.DAYS_STORED,
                order=30,
            )
        )
        periodic_tasks.register(
            "search-zero-results", lambda: zero_results.purge(timezone.localdate())
        )
        periodic_tasks.register("search-file-texts", page_files.purge)
        register_related(related_content)
        register_speller("lv", LatvianSpeller())
        register_speller("en", EnglishSpeller())
