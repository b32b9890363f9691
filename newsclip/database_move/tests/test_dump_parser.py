"""What `pg_restore` prints is read as the rows that they were."""

import pytest

from newsclip.database_move.dump_parser import DumpedNumber, DumpedRow, parse_dump

DUMP = """--
-- Data for Name: community_comment; Type: TABLE DATA
--
COPY public.community_comment (id, text, "user") FROM stdin;
1\ta\\tb\\nc\\\\N \\303\t\\N
2\t\t\\x41
\\.

SELECT pg_catalog.setval('public.community_comment_id_seq', 7, true);
SELECT pg_catalog.setval('public.community_vote_id_seq', 1, false);
"""


def test_rows_and_numbers_are_as_they_were():
    columns = ("id", "text", "user")
    assert list(parse_dump(DUMP.splitlines(keepends=True))) == [
        DumpedRow("community_comment", columns, ("1", "a\tb\nc\\N \u00c3", None)),
        DumpedRow("community_comment", columns, ("2", "", "A")),
        DumpedNumber("community_comment_id_seq", 7),
    ]


def test_a_dump_that_breaks_off_is_no_whole_dump():
    with pytest.raises(ValueError, match="community_comment"):
        list(parse_dump(DUMP.splitlines(keepends=True)[:5]))
