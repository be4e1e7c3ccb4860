from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from govlab.delivery.log import consumers

        from . import embedded

        consumers.register("search-database", embedded.apply)
