from django.apps import AppConfig


class SecurityConfig(AppConfig):
    name = "govlab.security"
    label = "govlab_security"

    def ready(self) -> None:
        from . import checks  # noqa: F401  registers the checks
