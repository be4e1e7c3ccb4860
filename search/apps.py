from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from django.utils import timezone

        from govlab.delivery import chores
        from govlab.delivery.log import consumers

        from . import gaps
        from .database import consumer

        consumers.register("search-database", consumer.apply)
        chores.register("search-gaps", lambda: gaps.purge(timezone.localdate()))
