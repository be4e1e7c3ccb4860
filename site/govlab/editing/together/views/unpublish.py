from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.unpublish import UnpublishView

from ..companions import Companion
from ..forms import WithdrawalForm
from ..unpublishing import companions, unpublish
from .outcomes import languages, shown, tell_outcome


class Unpublish(UnpublishView):
    """Asks for the reason, the page that replaces it, and what happens to the translations."""

    template_name = "editing/together/confirm_unpublish.html"

    def get_objects_to_unpublish(self) -> list[Any]:
        return [self.object]

    @cached_property
    def companions(self) -> list[Companion]:
        return companions(self.object, self.request.user)

    @cached_property
    def form(self) -> WithdrawalForm:
        return WithdrawalForm(
            self.request.POST if self.request.method == "POST" else None,
            pages=[self.object],
            languages=languages([self.object], self.companions),
            has_translations=bool(self.companions),
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.form.is_valid():
            invalid: HttpResponse = self.render_to_response(self.get_context_data())
            return invalid
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def unpublish(self) -> HttpResponse | None:
        answer: HttpResponse | None = self.run_hook(
            "before_unpublish_page", self.request, self.object
        )
        if answer is not None:
            return answer
        outcome = unpublish(
            self.object,
            self.request.user,
            self.form.withdrawal,
            include_descendants=bool(self.request.POST.get("include_descendants")),
            with_translations=self.form.with_translations,
        )
        tell_outcome(
            self.request, outcome, _("The translation “%(title)s” (%(language)s) is unpublished.")
        )
        after: HttpResponse | None = self.run_hook(
            "after_unpublish_page", self.request, self.object
        )
        return after

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"form": self.form, "translations": shown(self.companions)}
