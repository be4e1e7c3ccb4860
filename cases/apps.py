from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = _("Case studies")

    def ready(self) -> None:
        self._register_documents()
        self._register_sections()

    def _register_documents(self) -> None:
        from govlab.delivery.documents.registry import register

        from . import models, schemas

        register(models.CaseIndexPage, schemas.CaseIndexDocument)
        register(models.CasePage, schemas.CaseDocument, collection="cases")

    def _register_sections(self) -> None:
        from govlab.core.front_sections import front_section, register_front_section
        from govlab.core.related import register_related

        from .models import CaseIndexPage
        from .related import cases_of_method

        register_front_section(
            20,
            lambda home: front_section(
                home, CaseIndexPage, heading=_("Case studies"), more=_("All case studies"), limit=3
            ),
        )
        register_related("home.methodpage", cases_of_method)
