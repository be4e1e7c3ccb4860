from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "govlab.delivery"
    label = "delivery"

    def ready(self) -> None:
        from govlab.security import clients

        from . import checks  # noqa: F401  registers the checks
        from .log import address, identity, inline, signals
        from .operations import health, periodic_tasks, self_check

        signals.connect()
        inline.connect()
        health.register("proxies", clients.proxies)
        periodic_tasks.register("log-identity", identity.ensure_identity)
        periodic_tasks.register("site-address", address.adopt_address)
        periodic_tasks.register("log-check", self_check.check_slice)
