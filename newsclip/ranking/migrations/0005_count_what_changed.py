from django.db import migrations

# What counts everything up to now needs no counting again.
CURRENT = """
UPDATE clips_clip SET ranked_version = coalesce((
    SELECT s.clip_version FROM ranking_standing s
    WHERE s.clip_id = clips_clip.id AND s.shown <> clips_clip.hidden
    AND NOT EXISTS (
        SELECT 1 FROM community_vote v WHERE v.story_id = clips_clip.story_id AND v.weighed_at > s.counted_at
    )
    AND NOT EXISTS (
        SELECT 1 FROM community_comment c WHERE c.story_id = clips_clip.story_id AND c.at > s.counted_at
    )
), 0)
"""


class Migration(migrations.Migration):

    dependencies = [
        ('clips', '0007_versions_to_rank'),
        ('community', '0006_uncounted'),
        ('ranking', '0004_tags_by_date'),
    ]

    operations = [migrations.RunSQL(CURRENT, migrations.RunSQL.noop)]
