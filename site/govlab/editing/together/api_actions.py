"""The actions of Wagtail's own API, with the defaults of the dialogues."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404
from rest_framework import fields, status
from rest_framework.exceptions import ValidationError as InvalidRequest
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from wagtail.admin.api.actions.delete import DeletePageAPIAction
from wagtail.admin.api.actions.move import MovePageAPIAction
from wagtail.admin.api.actions.unpublish import (
    UnpublishPageAPIAction,
    UnpublishPageAPIActionSerializer,
)
from wagtail.models import Page

from govlab.delivery.schemas.feed import WithdrawalCause

from .deleting import delete
from .moving import move
from .unpublishing import unpublish
from .withdrawals import Withdrawal

_CAUSE: dict[str, Any] = {
    "choices": [str(cause) for cause in WithdrawalCause],
    "default": str(WithdrawalCause.OTHER),
}


class _DeleteSerializer(Serializer):
    cause = fields.ChoiceField(**_CAUSE)


class _UnpublishSerializer(UnpublishPageAPIActionSerializer):
    cause = fields.ChoiceField(**_CAUSE)


class DeleteAction(DeletePageAPIAction):
    serializer = _DeleteSerializer

    def execute(self, instance: Page, data: dict[str, Any]) -> Response:
        if not instance.permissions_for_user(self.request.user).can_delete():
            raise PermissionDenied
        try:
            delete(instance, self.request.user, Withdrawal(data["cause"]))
        except ValidationError as refused:
            raise InvalidRequest(refused.messages) from refused
        return Response(status=status.HTTP_204_NO_CONTENT)


class UnpublishAction(UnpublishPageAPIAction):
    serializer = _UnpublishSerializer

    def execute(self, instance: Page, data: dict[str, Any]) -> Response:
        if not instance.permissions_for_user(self.request.user).can_unpublish():
            raise PermissionDenied
        unpublish(
            instance,
            self.request.user,
            Withdrawal(data["cause"]),
            include_descendants=data["recursive"],
        )
        stored = Page.objects.get(pk=instance.pk).specific
        return Response(self.view.get_serializer(stored).data, status=status.HTTP_200_OK)


class MoveAction(MovePageAPIAction):
    def execute(self, instance: Page, data: dict[str, Any]) -> Response:
        target = get_object_or_404(Page, pk=data["destination_page_id"])
        try:
            move(instance, target, self.request.user, position=data.get("position"))
        except ValidationError as refused:
            raise InvalidRequest(refused.messages) from refused
        stored = Page.objects.get(pk=instance.pk).specific
        return Response(self.view.get_serializer(stored).data, status=status.HTTP_200_OK)


API_ACTIONS: dict[str, Any] = {
    "delete": DeleteAction,
    "move": MoveAction,
    "unpublish": UnpublishAction,
}
