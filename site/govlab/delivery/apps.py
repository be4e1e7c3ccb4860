from django.apps import AppConfig, apps
from django.core.exceptions import ImproperlyConfigured

NEEDED = ("wagtail.contrib.redirects", "wagtail.documents", "wagtail.images", "ninja")


class DeliveryConfig(AppConfig):
    name = "govlab.delivery"
    label = "delivery"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Raises ImproperlyConfigured where the project lacks an app that this one reads."""
        missing = [name for name in NEEDED if not apps.is_installed(name)]
        if missing:
            raise ImproperlyConfigured(
                f"govlab.delivery needs {', '.join(missing)} in INSTALLED_APPS as well."
            )
        from govlab.limits import clients

        from . import checks  # noqa: F401  registers the checks
        from .api.routers import register_sections
        from .log import address, identity, inline, signals
        from .operations import health, periodic_tasks, self_check

        signals.connect()
        inline.connect()
        register_sections()
        health.register("proxies", clients.proxies)
        periodic_tasks.register("log-identity", identity.ensure_identity)
        periodic_tasks.register("site-address", address.adopt_address)
        periodic_tasks.register("log-check", self_check.check_slice)
