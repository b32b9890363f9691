from django.db import migrations


class Migration(migrations.Migration):
    """Apart from the step that reads them, as in clips."""

    dependencies = [("community", "0014_reasons")]

    operations = [
        migrations.RemoveField(model_name="suggestion", name="outcome"),
        migrations.RemoveField(model_name="challenge", name="outcome"),
    ]
