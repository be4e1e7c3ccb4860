from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactConfig(AppConfig):
    """How readers reach the laboratory: contacts, problems that they report, usefulness."""

    name = "contact"
    verbose_name = _("Contact")

    def ready(self) -> None:
        self._register_documents()
        self._register_api()
        self._register_tasks()

    def _register_documents(self) -> None:
        from govlab.delivery.documents.registry import register

        from . import models, schemas

        register(models.ContactPage, schemas.ContactDocument, template="contact/contact_page.html")
        register(models.ProblemPage, schemas.ProblemDocument, template="contact/problem_page.html")

    def _register_api(self) -> None:
        from govlab.delivery.api.sections import Section, register

        from .api.router import make_router

        register(
            Section(
                "contact",
                "The publisher's contacts, and problems that readers report.",
                make_router,
                links=lambda: ["site"],
                order=70,
            )
        )

    def _register_tasks(self) -> None:
        from govlab.delivery.operations import periodic_tasks

        from . import checks  # noqa: F401  registers its check
        from .problems import notification, retention

        periodic_tasks.register("told-problems", notification.tell_later)
        periodic_tasks.register("old-problems", retention.purge)
