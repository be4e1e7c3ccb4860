from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0004_lemmas")]

    operations = [migrations.RemoveField(model_name="searchindex", name="dictionaries")]
