from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0034_another_reason_for_flags'),
    ]

    # Choices are words of the code: no table changes.
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name='flag',
                    name='reason',
                    field=models.CharField(choices=[('spam', 'advertising'), ('abuse', 'it attacks somebody'), ('off_topic', 'off topic'), ('wrong', 'wrong or misleading'), ('foreign', 'an article does not belong here'), ('same_event', 'the same event as another story'), ('private', 'it shows something private'), ('illegal', 'against the law'), ('other', 'something else'), ('held', 'held by a rule'), ('doubt', 'a doubt about a sentence')], max_length=10),
                ),
            ],
        ),
    ]
