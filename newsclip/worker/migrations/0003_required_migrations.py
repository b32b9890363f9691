from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("operations", "0002_heartbeats"),
    ]

    operations = [
        migrations.CreateModel(
            name="RequiredMigration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("app", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("app", "name"), name="required_migration_once"),
                ],
            },
        ),
    ]
