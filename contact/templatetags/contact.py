from typing import Any

from django import template

from contact.problems.form import SiteProblemForm
from contact.problems.submission import retention

register = template.Library()


@register.simple_tag(takes_context=True)
def problem_form(context: template.Context) -> SiteProblemForm:
    """Return the form that a view has read, else an empty one."""
    form: Any = context.get("form")
    return form if isinstance(form, SiteProblemForm) else SiteProblemForm()


@register.simple_tag
def problem_retention_days() -> int:
    return retention().days
