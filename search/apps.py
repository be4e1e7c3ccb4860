from django.apps import AppConfig
from django.conf import settings


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from django.utils import timezone

        from govlab.core.related import register_related
        from govlab.delivery.log import consumers
        from govlab.delivery.operations import health, periodic_tasks

        from . import checks  # noqa: F401  the import registers the checks
        from .curation import rules, zero_results
        from .engines import status
        from .engines.database import consumer as database
        from .engines.elastic import consumer as elastic
        from .engines.elastic.engine import ElasticsearchEngine
        from .website.related import related_content

        consumers.register(consumers.Consumer(database.CONSUMER, database.apply))
        if ElasticsearchEngine.name == settings.GOVLAB_SEARCH_ENGINE:
            consumers.register(elastic.make())
        rules.connect()
        health.register("search", status.report)
        periodic_tasks.register(
            "search-zero-results", lambda: zero_results.purge(timezone.localdate())
        )
        register_related(related_content)
