"""What the forms of synonyms and promotions share: they answer questions without results."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.utils import set_query_params
from wagtail.admin.views import generic

from .. import gaps
from ..expansion import phrase
from ..models import GapState, SearchGap
from ..numbers import whole_number
from ..rules import asks_one_of
from .gap_log import decide
from .wording import SavingWords

INBOX = "search_gaps:index"
PARAMETER = "gap"


class AnswersQuestions(SavingWords):
    """After saving, the questions that are answered by it are no longer open."""

    request: Any

    def save_instance(self) -> Any:
        instance = super().save_instance()  # type: ignore[misc]
        count = decide(self.answered(instance), GapState.HANDLED, self.request.user)
        if count:
            message = ngettext(
                "%(count)d question without results is handled now.",
                "%(count)d questions without results are handled now.",
                count,
            )
            messages.success(self.request, message % {"count": count})
        return instance

    def answered(self, instance: Any) -> list[SearchGap]:
        """Also those that ask the same in another form."""
        questions = instance.answers_to()
        return [
            gap
            for gap in gaps.shown().filter(locale=instance.locale, state=GapState.OPEN)
            if asks_one_of(phrase(gap.question, gap.locale), questions, gap.locale)
        ]


class AddFromGap(AnswersQuestions, generic.CreateView):
    """Where it is opened from the inbox, it holds the question already and leads back there."""

    # The field that takes the question.
    question_field: str
    new_label: Promise

    def get_breadcrumbs_items(self) -> Any:
        *above, last = super().get_breadcrumbs_items()
        return [*above, last | {"label": self.new_label}]

    @cached_property
    def gap(self) -> SearchGap | None:
        number = whole_number(self.request.GET.get(PARAMETER, ""))
        return gaps.shown().filter(pk=number).first()

    def get_initial_form_instance(self) -> Any:
        if self.gap is None:
            return super().get_initial_form_instance()
        return self.model(**{"locale": self.gap.locale, self.question_field: self.gap.question})

    def get_add_url(self) -> str:
        url: str = super().get_add_url()
        return set_query_params(url, {PARAMETER: self.gap.pk}) if self.gap else url

    def get_success_url(self) -> str:
        url: str = reverse(INBOX) if self.gap else super().get_success_url()
        return url

    def answered(self, instance: Any) -> list[SearchGap]:
        """The question it was opened for, even if it was put in other words."""
        found = {gap.pk: gap for gap in super().answered(instance)}
        return list((found | ({self.gap.pk: self.gap} if self.gap else {})).values())


class AddSynonym(AddFromGap):
    question_field = "words"
    new_label = _("New synonym")


class AddPromotion(AddFromGap):
    question_field = "questions"
    new_label = _("New promoted result")


class EditAnswer(AnswersQuestions, generic.EditView):
    pass
