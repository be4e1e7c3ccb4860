from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from govlab.delivery.log import consumers

        from .database import consumer

        consumers.register("search-database", consumer.apply)
