from django.apps import AppConfig
from django.conf import settings


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from django.utils import timezone

        from govlab.delivery import chores, health
        from govlab.delivery.log import consumers

        from . import gaps, state
        from .database import consumer as database
        from .elastic import consumer as elastic
        from .elastic.engine import ElasticsearchEngine

        consumers.register(consumers.Consumer("search-database", database.apply))
        if ElasticsearchEngine.name == settings.GOVLAB_SEARCH_ENGINE:
            consumers.register(elastic.make())
        health.register("search", state.state)
        chores.register("search-gaps", lambda: gaps.purge(timezone.localdate()))
