from django.db import migrations


def hide_removed(apps, schema_editor):
    """Stories that were taken out before clips knew of it."""
    rows = apps.get_model("community", "Restriction").objects.filter(target="story", kind="remove")
    removed = [int(key) for key in rows.values_list("key", flat=True) if key.isdigit()]
    apps.get_model("clips", "Clip").objects.filter(story__in=removed).update(hidden=True)


class Migration(migrations.Migration):
    dependencies = [("clips", "0004_hidden"), ("community", "0002_society")]

    operations = [migrations.RunPython(hide_removed, migrations.RunPython.noop)]
