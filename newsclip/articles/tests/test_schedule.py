from datetime import UTC, datetime, timedelta, timezone

from newsclip.articles.rules.schedule import is_final, next_look, next_try, settle_published

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_the_pages_own_time_counts_before_the_sources() -> None:
    page, entry = NOW - 3 * HOUR, NOW - 2 * HOUR
    assert settle_published(page=page, entry=entry, found=NOW, now=NOW) == (page, False)


def test_a_page_that_names_only_its_day_gives_way_to_the_sources_time() -> None:
    day, entry = datetime(2026, 3, 4, tzinfo=UTC), NOW - 2 * HOUR
    assert settle_published(page=day, entry=entry, found=NOW, now=NOW) == (entry, False)


def test_a_day_without_a_time_gives_way_to_the_time_when_we_found_it_on_that_day() -> None:
    day = datetime(2026, 3, 4, tzinfo=UTC)
    assert settle_published(page=day, entry=None, found=NOW, now=NOW) == (NOW, False)
    assert settle_published(page=day, entry=day, found=NOW, now=NOW) == (NOW, False)
    later = day + timedelta(days=1)
    assert settle_published(page=day, entry=None, found=later, now=later) == (day, False)


def test_a_time_in_the_future_is_noted_and_never_used() -> None:
    later = NOW + 48 * HOUR
    assert settle_published(page=later, entry=later, found=NOW - HOUR, now=NOW) == (NOW - HOUR, True)
    assert settle_published(page=NOW + HOUR / 2, entry=None, found=NOW, now=NOW) == (NOW, False)


def test_an_article_is_looked_at_less_and_less_and_then_left_alone() -> None:
    looks, at = [], NOW
    while (due := next_look(published=NOW - 5 * HOUR, changed=NOW, now=at)) is not None:
        looks.append(due - NOW)
        at = due
    assert looks == [HOUR, 4 * HOUR, 24 * HOUR, 72 * HOUR]


def test_an_article_that_was_old_when_it_was_found_is_left_alone() -> None:
    assert next_look(published=NOW - 90 * HOUR, changed=NOW, now=NOW) is None


def test_waits_double_up_to_a_day_and_never_undercut_what_the_host_asked() -> None:
    assert next_try(1, NOW, None) - NOW == timedelta(minutes=5)
    assert next_try(3, NOW, None) - NOW == timedelta(minutes=20)
    assert next_try(40, NOW, None) - NOW == timedelta(days=1)
    assert next_try(1, NOW, 7200) - NOW == 2 * HOUR


def test_some_reasons_are_final_at_once_and_every_reason_at_the_fifth_time() -> None:
    assert is_final("gone", 1)
    assert not is_final("timeout", 4)
    assert is_final("timeout", 5)


def test_offsets_are_compared_as_moments() -> None:
    page = datetime(2026, 3, 4, 13, 30, tzinfo=timezone(timedelta(hours=2)))
    assert settle_published(page=page, entry=None, found=NOW, now=NOW) == (page, False)


def test_midnight_of_the_publisher_s_own_clock_is_a_day() -> None:
    page = datetime(2026, 3, 3, tzinfo=timezone(-5 * HOUR))
    assert settle_published(page=page, entry=None, found=NOW, now=NOW) == (datetime(2026, 3, 3, tzinfo=UTC), False)
