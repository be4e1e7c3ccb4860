from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LegalConfig(AppConfig):
    """The pages that the law requires."""

    name = "legal"
    verbose_name = _("Legal pages")

    def ready(self) -> None:
        from govlab.delivery.documents.registry import register

        from . import models, schemas

        register(
            models.AccessibilityPage,
            schemas.AccessibilityDocument,
            template="legal/accessibility_page.html",
        )
        register(models.PrivacyPage, schemas.PrivacyDocument, template="legal/privacy_page.html")
