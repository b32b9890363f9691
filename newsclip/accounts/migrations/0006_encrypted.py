import hashlib

from django.db import migrations, models

import newsclip.db.encrypted_fields


def name_by_digest(apps, schema_editor):
    for row in apps.get_model('accounts', 'Invitation').objects.all():
        row.digest = hashlib.sha256(row.code.encode()).hexdigest()
        row.save(update_fields=['digest'])


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_find_editions_by_index'),
    ]

    operations = [
        migrations.AlterField(
            model_name='invitation',
            name='code',
            field=newsclip.db.encrypted_fields.EncryptedField(),
        ),
        migrations.AddField(
            model_name='invitation',
            name='digest',
            field=models.CharField(default='', help_text='Of the code, which is found by it.', max_length=64),
        ),
        migrations.RunPython(name_by_digest, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='invitation',
            name='digest',
            field=models.CharField(help_text='Of the code, which is found by it.', max_length=64, unique=True),
        ),
    ]
