from django.apps import AppConfig
from django.conf import settings


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from govlab.delivery.log import consumers

        from .database import consumer as database
        from .elastic import consumer as elastic
        from .elastic.engine import ElasticsearchEngine

        consumers.register(consumers.Consumer("search-database", database.apply))
        if ElasticsearchEngine.name == settings.GOVLAB_SEARCH_ENGINE:
            consumers.register(elastic.make())
