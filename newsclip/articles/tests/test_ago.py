"""Dates told from the moment of reading count where the page's own date element shows them, and nowhere else."""

from datetime import UTC, datetime

import pytest

from newsclip.articles.rules import extract

ASKED = datetime(2026, 3, 6, 12, 30, tzinfo=UTC)
TITLE = "Ferry to Linmouth sails again after the storm"
BODY = "<p>" + "The ferry left at noon with forty people and two goats on board. " * 5 + "</p>"


def published(beside: str, below: str = "", asked: datetime | None = ASKED) -> str:
    page = f"<title>{TITLE}</title><article><h1>{TITLE}</h1>{beside}{BODY}</article>{below}"
    found = extract(page, "https://quill.example/ferry", asked=asked).published
    return f"{found:%m-%d %H:%M}" if found else ""


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("2 hours ago", "03-06 10:30"), ("Published an hour ago", "03-06 11:30"),
        ("Ann Orr • 16 hours ago", "03-05 20:30"),
        ("vor 3 Stunden", "03-06 09:30"), ("vor einer Stunde", "03-06 11:30"), ("Vor 32 Minuten", "03-06 11:58"),
        ("Publié il y a 2 heures", "03-06 10:30"), ("hace 2 horas", "03-06 10:30"), ("há 4 dias", "03-02 00:00"),
        ("3 ore fa", "03-06 09:30"), ("2 uur geleden", "03-06 10:30"), ("för 2 timmar sedan", "03-06 10:30"),
        ("2 godziny temu", "03-06 10:30"), ("2 часа назад", "03-06 10:30"), ("2時間前", "03-06 10:30"),
        ("5小时前", "03-06 07:30"), ("3시간 전", "03-06 09:30"), ("yesterday", "03-05 00:00"),
        ("gestern 14:05", "03-05 14:05"), ("Heute, 11:07 Uhr", "03-06 11:07"), ("hier à 14h05", "03-05 14:05"),
        ("Yesterday 11:15 am", "03-05 11:15"), ("ayer a las 8:30", "03-05 08:30"), ("today at 3:10 pm", "03-06 12:30"),
    ],
)  # fmt: skip
def test_what_the_date_element_shows_is_counted_from_when_the_page_was_asked_for(shown: str, told: str) -> None:
    assert published(f'<span class="article-date">{shown}</span>') == told
    assert published(f"<div>Ann Orr</div><time>{shown}</time>") == told


@pytest.mark.parametrize(
    "shown",
    [
        "Updated 2 hours ago",
        "5 min read",
        "2 months ago",
        "alle Termine hier",
        "A day out",
        "99 Stunden",
        "Reply 2 h",
        "vor Ort",
    ],
)
def test_what_tells_no_time_of_publication_is_none(shown: str) -> None:
    assert published(f"<time>{shown}</time>") == ""


def test_words_outside_a_date_element_and_dates_of_other_articles_do_not_count() -> None:
    assert published("<p>2 hours ago</p>") == ""
    teasers = "".join(f"<li><a href=/{n}>Mill {n}</a> <time>{n} hours ago</time></li>" for n in range(2, 5))
    assert published(f"<ul>{teasers}</ul>") == ""


def test_nothing_is_counted_where_nobody_knows_when_the_page_was_asked_for() -> None:
    assert published("<time>2 hours ago</time>", asked=None) == ""


def test_a_date_that_is_written_out_comes_first() -> None:
    assert published("<time>2 hours ago</time><p>4 March 2026</p>") == "03-04 00:00"
