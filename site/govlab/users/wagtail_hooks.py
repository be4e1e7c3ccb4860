from wagtail import hooks

from .bulk_actions import AssignRole, SetActiveState

# After Wagtail's own actions of the same types, which they take the place of.
hooks.register("register_bulk_action", AssignRole, order=100)
hooks.register("register_bulk_action", SetActiveState, order=100)
