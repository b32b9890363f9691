"""The sample press: publishers of an invented country, served from this machine for the demo and for tests.

Everything in it is made up: Velland, its cities (Kelmouth, the harbour; Lindmere, the capital; Dunmarsh on the river
Tavel; Wexholm, the university town; Port Anselm on the Tolm Islands), its neighbour Osmark, its papers and people.

`events/*.toml`: one file for one event. `happened` is how many hours ago it happened, counted from the start of the
demo; each `[[article]]` is one publisher's telling:

    publisher, slug, title, authors, section, body      what it says; paragraphs are parted by a blank line
    hours_ago                                           its age; a negative one is dated in the future
    image, image_alt, image_credit                      `image` is the name of a file in pictures/
    kind                                                article (default), live, stub, video, gallery
    copy_of, edits, keep, credit                        a wire copy: the text of another slug in the file with `edits`
                                                        [old, new], its first `keep` paragraphs and the credit line
    corrected_title, corrected_body, correction         what it becomes when the correction is published

In a body, "## " opens a subheading, "- " a list (its items parted by " - "), "[14:05] " an entry of a live blog.

Titles and bodies may hold placeholders, so that their days are always right:

    {day} {day+2}                        weekday of the event, or so many days from it
    {date} {date-3} {longdate+40}        "24 November", with {longdate} "24 November 2026"
    {month+1} {year-12}                  from the event's month and year
    {today} {yesterday} {tomorrow}       weekdays, from the article's publication
    {clock} {clock-45}                   time of publication, or so many minutes from it
"""

from newsclip.demo.sample_publishers.server import Press, serve
from newsclip.demo.sample_publishers.site import Expected

__all__ = ["Expected", "Press", "serve"]
