from django.db import migrations, models


def forget_headlines(apps, schema_editor):
    """Stories are called as they are when the log is read."""
    apps.get_model("community", "Action").objects.filter(target="story").update(label="")


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0019_comment_votes_taken_back'),
    ]

    operations = [
        migrations.AddField(
            model_name='action',
            name='gone',
            field=models.CharField(blank=True, default='', help_text='The key of the story that was merged into this one.', max_length=200),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='action',
            name='label',
            field=models.CharField(blank=True, help_text='What it was called when it was done; a story is called as it is now.', max_length=300),
        ),
        migrations.RunPython(forget_headlines, migrations.RunPython.noop),
    ]
