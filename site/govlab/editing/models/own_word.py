from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from govlab.delivery.languages import default_language


def languages() -> list[tuple[str, str | Promise]]:
    return list(settings.WAGTAIL_CONTENT_LANGUAGES)


class OwnWord(models.Model):
    """A word of the institution that dictionaries lack. Its inflections are known with it."""

    word = models.CharField(
        _("word"),
        max_length=60,
        validators=[RegexValidator(r"^[^\W\d_]+(?:[’'-][^\W\d_]+)*\Z", _("Enter one word."))],
        help_text=_("In its basic form. Its other forms are recognised as well."),
    )
    language = models.CharField(
        _("language"), max_length=12, choices=languages, default=default_language
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("added by"),
    )

    class Meta:
        verbose_name = _("own word")
        verbose_name_plural = _("own words")
        ordering = ["language", "word"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "word"],
                name="editing_ownword_once",
                violation_error_message=_("The word is in the list already."),
            )
        ]

    def __str__(self) -> str:
        return self.word

    def save(self, *args: object, **kwargs: object) -> None:
        self.word = self.word.lower()
        super().save(*args, **kwargs)  # type: ignore[arg-type]
