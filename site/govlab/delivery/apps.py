from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "govlab.delivery"
    label = "delivery"

    def ready(self) -> None:
        from govlab.security import clients

        from . import checks, health  # noqa: F401  registers the checks
        from .log import signals

        signals.connect()
        health.register("proxies", clients.proxies)
