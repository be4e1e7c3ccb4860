from django.apps import AppConfig
from django.conf import settings


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from django.utils import timezone

        from govlab.core.related import register_related
        from govlab.delivery.log import consumers
        from govlab.delivery.operations import health, periodic_tasks

        from . import checks, gaps, rule_changes, similar, state  # noqa: F401  the import registers the checks
        from .database import consumer as database
        from .elastic import consumer as elastic
        from .elastic.engine import ElasticsearchEngine

        consumers.register(consumers.Consumer(similar.INDEX_CONSUMER, database.apply))
        if ElasticsearchEngine.name == settings.GOVLAB_SEARCH_ENGINE:
            consumers.register(elastic.make())
        rule_changes.connect()
        health.register("search", state.state)
        periodic_tasks.register("search-gaps", lambda: gaps.purge(timezone.localdate()))
        for label in ("news.newspage", "home.methodpage", "cases.casepage"):
            register_related(label, similar.similar_pages)
