"""Moves a site's rows from one database to another: `newsclip move`, and backups of the other kind.

.columns: what values look like in each database. .tables: what is moved. .sqlite and .postgresql: the two databases.
.move_state: how far a move came. .row_copy: the rows, and their comparison. .move: all of it, step by step.
.dump_parser and .dump_to_sqlite: backups of PostgreSQL. .target_process: what runs with the target's settings.
"""
