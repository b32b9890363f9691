"""Stories about invented places, for the tests of this stage."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from newsclip.evidence import verifier
from newsclip.evidence.document import Document, SourceArticle, WriterMark
from newsclip.evidence.serialization import clip_id
from newsclip.writing.extractive import write
from newsclip.writing.ports import Assigned

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
MARK = WriterMark("extractive", "test")

HARBOUR = (
    "HARBOURTON (AP) — The harbour bridge of Orlo Bay opened on Monday after nine years of delays, and 4,000 people "
    "walked across it in the first hour.\n\n"
    "The bridge cost 212 million crowns, twice the sum that the council approved in 2017, Mayor Ilse Brandt said.\n\n"
    "“We promised a crossing that our grandchildren would still be using, and today we have kept that promise,” "
    "Brandt told the crowd.\n\n"
    "She said the toll for lorries would stay at 12 crowns until the end of 2028.\n\n"
    "However, the ferry workers' union warned that 60 jobs would be lost when the last ferry stops in June.\n\n"
    "“Nobody from the council has spoken to us about what happens after the summer,” said Tomas Reyl, who leads the "
    "union.\n\n"
    "Sign up to our newsletter for more stories from the bay.\n\n"
    "The first plans for a crossing were drawn in 1998, after a storm sank the ferry Halcyon and killed 14 people.\n\n"
    "Engineers had to sink the pillars 40 metres deep because the sea bed is soft clay.\n\n"
    "Would you pay 12 crowns to cross?\n\n"
    "The council will vote on the future of the ferry on 16 March.\n\n"
    "The night buses are expected to use the bridge from next month."
)
POST = (
    "Thousands crossed the new harbour bridge in Orlo Bay on Monday, the first day it was open.\n\n"
    "The bridge, which cost 212 million crowns, was nine years late.\n\n"
    "Police closed the quay for two hours because the crowd had grown too large.\n\n"
    "“I have waited for this since I was a girl at school on the other side,” said Marta Olin, a nurse.\n\n"
    "Shops on the north bank said sales rose by 30 percent on the day.\n\n"
    "The harbour museum shows models of the bridge until Sunday, and entry is free.\n\n"
    "Fishing boats may pass under the middle arch at any tide, the harbour master said."
)
TRIAL = (
    "The harbour board of Orlo Bay dismissed its cashier after forty thousand crowns had gone from the ferry fund.",
    "Prosecutors charged the cashier with fraud and with theft on Monday, after an audit of all the ferry funds.",
    "The cashier was charged with forgery by the prosecutors of Orlo Bay, too.",
    "Ferry passengers had paid for the new pier with every ticket of the last eleven years, by islanders and guests.",
    "The new pier was to have three berths for ferries, a hall for passengers and a ramp for the carts of the islands.",
    "Work on the new pier stopped in the spring, and the builders took their crane and their barge to another island.",
    "Islanders land at the old pier of 1911, whose planks the board mends every winter with oak from the mainland.",
)


def article(number: int, title: str, text: str, **more: object) -> SourceArticle:
    """An article of its own publisher and report, each an hour after the one before."""
    given: dict[str, object] = {
        "id": str(number),
        "revision": 1,
        "title": title,
        "text": text,
        "url": f"https://paper{number}.example/{number}",
        "publisher": f"Paper {number}",
        "published": MONDAY + timedelta(hours=number),
        "report": str(number),
        "domain": f"paper{number}.example",
    }
    return SourceArticle(**(given | more))  # type: ignore[arg-type]


BRIDGE = article(1, "Harbour bridge opens in Orlo Bay after nine years | Paper 1", HARBOUR)
SHORT_BRIDGE = replace(BRIDGE, text="\n\n".join(HARBOUR.split("\n\n")[:3]))
CROWD = article(2, "Thousands cross new Orlo Bay bridge on first day", POST)


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """An embedder without weights, as wide as the real one: words counted by their sums, at unit length."""
    rows = np.zeros((len(texts), 256), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in text.lower().split():
            row[crc32(word.encode()) % 256] += 1
    unit: NDArray[np.float32] = rows / np.maximum(1, np.linalg.norm(rows, axis=1, keepdims=True))
    return unit


def clip_of(*articles: SourceArticle) -> Document:
    return write(Assigned(clip_id("1"), "1", "", 1, articles), embedder=embed, judge=verifier, mark=MARK)
