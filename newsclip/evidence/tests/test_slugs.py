"""The addresses of clips."""

import pytest

from newsclip.evidence.slugs import is_slug_of, slug_of, slug_with_figures


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Orlo Bay’s bridge opens – at last!", "orlo-bays-bridge-opens-at-last"),
        ("Große Brücke für Örlo", "grosse-brucke-fur-orlo"),
        ("東京", "clip"),
    ],
)
def test_an_address_holds_plain_words_only(headline: str, slug: str) -> None:
    assert slug_of(headline) == slug


def test_an_address_is_cut_between_words() -> None:
    slug = slug_of("bridge " * 30)
    assert len(slug) <= 80
    assert slug.endswith("bridge")


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Nine injured as trams collide in Orlo", "injured-as-trams-collide-in-orlo"),
        ("Eleven injured as trams collide in Orlo", "injured-as-trams-collide-in-orlo"),
        ("Storm floods Pell, 1,900 evacuated, 2.5m crowns lost", "storm-floods-pell-evacuated-crowns-lost"),
        ("Orlo plans the 2031 games of the north", "orlo-plans-the-2031-games-of-the-north"),
        ("F-16 lands on the beach of Tolm", "f-16-lands-on-the-beach-of-tolm"),
        ("Nine dead", "nine-dead"),
    ],
)
def test_an_address_names_no_figure_that_may_change(headline: str, slug: str) -> None:
    assert slug_of(headline) == slug


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Ward 6-B closes in Velm town today", "ward-6-b-closes-in-velm-town-today"),
        ("Velm's 5G masts go up in the 1990s quarter", "velms-5g-masts-go-up-in-the-1990s-quarter"),
        ("Velm marks its 20th harbour fair", "velm-marks-its-20th-harbour-fair"),
        ("Third man held in Velm", "third-man-held-in-velm"),
        ("Velm wins first cup in a hundred years", "velm-wins-first-cup-in-years"),
        ("Half a million lose power in Velm", "lose-power-in-velm"),
        ("Orlo beat Velm 3-2 in the cup", "orlo-beat-velm-in-the-cup"),
        ("2000 homes flooded in Velm overnight", "homes-flooded-in-velm-overnight"),
        ("Harbour fire: 1,950 people flee", "harbour-fire-people-flee"),
        ("Harbour fire: 1950 people flee", "harbour-fire-people-flee"),
        ("Storm of 1987 class hits Velm", "storm-of-1987-class-hits-velm"),
    ],
)
def test_a_count_goes_and_what_names_something_stays(headline: str, slug: str) -> None:
    assert slug_of(headline) == slug


def test_numbers_in_words_go_in_the_headlines_own_language() -> None:
    assert slug_of("Zwölf Verletzte bei Brand in Orlo", "de") == "verletzte-bei-brand-in-orlo"
    assert slug_of("Douze blessés dans un incendie à Orlo", "fr").startswith("blesses-dans")
    assert slug_of("Elf statue returns to Orlo") == "elf-statue-returns-to-orlo"


def test_an_address_of_before_still_is_its_headlines() -> None:
    headline = "Nine injured as trams collide in Orlo"
    assert is_slug_of(slug_with_figures(headline), headline)
    assert is_slug_of(f"{slug_of(headline)}-2", headline)
    assert not is_slug_of("choir-sings-in-tolm", headline)


@pytest.mark.parametrize("more", ["bourg", "-and-harbour-master-is-charged", "-2-dead", "-2-"])
def test_an_address_with_more_words_is_not_its_headlines(more: str) -> None:
    headline = "Ferry sinks off Velm"
    assert is_slug_of(f"{slug_of(headline)}-31-2", headline)
    assert not is_slug_of(f"{slug_of(headline)}{more}", headline)
