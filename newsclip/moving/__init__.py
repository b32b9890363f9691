"""Moves a site's rows from one database to another: `newsclip move`, and backups of the other kind.

.columns: what values look like in each database. .tables: what is moved. .sqlite and .postgresql: the two databases.
.unfinished: how far a move came. .copying: the rows, and their comparison. .move: all of it, step by step.
"""
