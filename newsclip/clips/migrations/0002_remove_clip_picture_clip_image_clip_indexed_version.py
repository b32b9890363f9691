from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clips', '0001_initial'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='clip',
            name='picture',
        ),
        migrations.AddField(
            model_name='clip',
            name='image',
            field=models.CharField(blank=True, help_text='Address of the lead picture at its publisher.', max_length=2000),
        ),
        migrations.AddField(
            model_name='clip',
            name='indexed_version',
            field=models.PositiveIntegerField(default=0, help_text='The version that search knows; 0 = none.'),
        ),
    ]
