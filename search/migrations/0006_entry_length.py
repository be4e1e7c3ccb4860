from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0005_search_index")]

    operations = [
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(fields=["locale", "length"], name="search_entry_length"),
        ),
    ]
