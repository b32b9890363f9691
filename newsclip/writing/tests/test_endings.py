"""What a clip ends with."""

import pytest

from newsclip.writing.tests.stories import article, clip_of

BRIDGE_AT_NIGHT = (
    "The new bridge of Orlo Bay opened to traffic on Monday after nine years of work on its pillars.",
    "Brandt's council paid 212 million crowns for the bridge, and the state paid the same again for the roads to it.",
    "The bridge carries four lanes for cars, a path for bicycles and the rails of a tram that is still to be built.",
    "Ferries crossed the bay before, and each of them took 40 cars and half an hour for every one of the crossings.",
    "Its crews will look after the lamps of the bridge, the locks of the harbour and the two pumps below the quay.",
)


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (["It is not known who put out the lamps of the bridge on Sunday night."], "What is not known"),
        (["Anyone who saw the lamps of the bridge go out is asked to call the police."], "What people should do"),
        (["Drivers are advised to avoid the bridge.", "Passengers are advised to take the ferry.",
          "Residents are urged to avoid the roads of the bay."], None),
    ],
)  # fmt: skip
def test_it_ends_with_what_is_open_where_nothing_is_planned(lines: list[str], heading: str | None) -> None:
    document = clip_of(article(1, "New bridge of Orlo Bay opens to traffic", "\n\n".join((*BRIDGE_AT_NIGHT, *lines))))
    last = document.sections[-1]
    assert (last.heading.text if last.heading and last.role else None) == heading
