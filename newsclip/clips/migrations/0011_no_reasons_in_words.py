from django.db import migrations


class Migration(migrations.Migration):
    """Apart from the step that reads them: PostgreSQL changes no table whose rows changed in the same transaction."""

    dependencies = [("clips", "0010_reasons")]

    operations = [
        migrations.RemoveField(model_name="clipversion", name="reason"),
        migrations.RemoveField(model_name="correction", name="reason"),
    ]
