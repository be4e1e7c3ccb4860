"""Wagtail's app for accounts and groups, with our views."""

from wagtail.users.apps import WagtailUsersAppConfig


class AccountManagementConfig(WagtailUsersAppConfig):
    user_viewset = "govlab.users.viewsets.AccountViewSet"
    group_viewset = "govlab.users.viewsets.GroupRightsViewSet"
