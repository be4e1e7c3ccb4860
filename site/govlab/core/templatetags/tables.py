from django import template

from govlab.core.blocks.cells import cell_text

register = template.Library()
register.filter("cell_text", cell_text)
