from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0005_lemma_counts")]

    operations = [migrations.RemoveField(model_name="searchindex", name="dictionaries")]
