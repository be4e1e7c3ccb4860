from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "govlab.delivery"
    label = "delivery"

    def ready(self) -> None:
        from . import checks  # noqa: F401  registers the checks
        from .log import identity, signals
        from .operations import periodic_tasks, self_check

        signals.connect()
        periodic_tasks.register("log-identity", identity.ensure_identity)
        periodic_tasks.register("log-check", self_check.check_slice)
