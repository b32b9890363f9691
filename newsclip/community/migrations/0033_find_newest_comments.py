from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0032_reopened_flags'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('state', 'shown')), fields=['at'], name='comment_newest'),
        ),
    ]
