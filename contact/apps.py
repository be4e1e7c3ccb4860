from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactConfig(AppConfig):
    """How readers reach the laboratory: contacts, problems that they report, usefulness."""

    name = "contact"
    verbose_name = _("Contact")

    def ready(self) -> None:
        self._register_documents()
        self._register_api()
        self._register_door()
        self._register_tasks()
        self._register_processing()

    def _register_documents(self) -> None:
        from govlab.delivery.documents.registry import register

        from . import models, schemas

        register(models.ContactPage, schemas.ContactDocument, template="contact/contact_page.html")
        register(models.ProblemPage, schemas.ProblemDocument, template="contact/problem_page.html")

    def _register_door(self) -> None:
        from govlab.core.doors import Door, register_door

        register_door(
            10,
            Door(
                "problem",
                title=_("Tell us a problem"),
                text=_("What does not work, in your own words."),
            ),
        )

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

    def _register_processing(self) -> None:
        from govlab.core.processing import Processing, register

        from .problems.submission import retention

        register(
            Processing(
                "problems",
                purpose=_("Problems that you tell us"),
                data=_(
                    "What you write in the form, and your name and e-mail address if you give "
                    "them. We use it to deal with the problem, and to answer you."
                ),
                basis=_(
                    "Legal basis: your consent (Article 6(1)(a) of the General Data Protection "
                    "Regulation)."
                ),
                days=lambda: retention().days,
                order=10,
            )
        )
        register(
            Processing(
                "usefulness",
                purpose=_("“Was this page useful?”"),
                data=_("How many readers answered yes or no, by page and day."),
                basis="",
                days=lambda: None,
                order=20,
            )
        )
