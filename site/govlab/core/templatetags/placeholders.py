from django import template

from govlab.core.placeholders import marked

register = template.Library()
register.filter("marked", marked, is_safe=True)
