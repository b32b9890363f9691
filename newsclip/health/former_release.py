"""The former release: its processes may run on the tables of this one, until all of them are replaced.

Who makes a release writes here what the last one had (docs/how-to/operate.md, "Upgrade many machines"). A test runs
that release's code on today's tables.
"""

COMMIT = "55d8adae3d12c08a2ccea45ef2aff975c061cf22"
# The last migration of each app.
MIGRATIONS = {
    "accounts": "0012_keep_readings",
    "articles": "0008_overruns",
    "clips": "0018_mentions",
    "community": "0028_find_suggested_sources_by_address",
    "operations": "0002_heartbeats",
    "ranking": "0007_explorations",
    "sources": "0007_find_discoveries_by_address",
    "stories": "0004_find_phases_by_index",
}
