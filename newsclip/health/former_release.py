"""The former release: its processes may run on the tables of this one, until all of them are replaced.

Who makes a release writes here what the last one had (docs/how-to/operate.md, "Upgrade many machines"). A test runs
that release's code on today's tables.
"""

COMMIT = "6d40a7b37b82d2c57b0733b87a70150f0cd5df5b"
# The last migration of each app.
MIGRATIONS = {
    "accounts": "0012_keep_readings",
    "articles": "0010_correction_notes",
    "clips": "0022_take_out_of_every_story",
    "community": "0037_take_a_sentence_out",
    "operations": "0003_required_migrations",
    "ranking": "0007_explorations",
    "sources": "0008_poll_limits",
    "stories": "0007_references_back",
}
