from django.db import migrations, models

import search.models.phrases


class Migration(migrations.Migration):
    dependencies = [("search", "0011_words_on_the_page")]

    operations = [
        migrations.AlterField(
            model_name="searchsynonym",
            name="kind",
            field=models.CharField(
                choices=[
                    ("equal", "All mean the same: each finds all the others"),
                    (
                        "one_way",
                        "One way: the first words also find the second, not the other way round",
                    ),
                    (
                        "related",
                        "Related: words of one subject, used where few pages have the words of a "
                        "query",
                    ),
                ],
                default="equal",
                max_length=8,
                verbose_name="direction",
            ),
        ),
        migrations.AlterField(
            model_name="searchsynonym",
            name="words",
            field=search.models.phrases.PhrasesField(
                help_text="One word or phrase per line, in any form: search handles inflections "
                "and missing diacritics.",
                most=25,
                verbose_name="words",
            ),
        ),
    ]
