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
                        "Related terms: words of one subject, where few pages have the words of the query",
                    ),
                ],
                default="equal",
                help_text="Related terms do not mean the same (“manager”, “feedback”, "
                "“appraisal”). They count less than synonyms, and never before a page that has "
                "all the words.",
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
