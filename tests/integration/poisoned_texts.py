"""The pages that the poisoned worker reads: seven events of invented places, each told by one."""

HOST = "https://kelmouth-courier.example"
# address → title, and what happened; each tells another event
TOLD = {
    "/slow-page": ("Lindmere orchard wins the county cider prize", "orchard cider press barrels Lindmere harvest"),
    "/large-page": ("Wexholm library lends its first telescope", "library telescope readers Wexholm stars lenses"),
    "/deadly-page": ("Anselm bakery closes after ninety years", "bakery ovens Anselm bread family street"),
    "/slow-story": ("Crosswater bridge opens to cyclists", "bridge cyclists Crosswater river lanes council"),
    "/ferry": ("Ferry returns to Marrow Point", "ferry passengers Marrow harbour timetable captain"),
    "/flood": ("Flood wall holds in Tavel valley", "flood wall Tavel rain engineers meadow"),
    "/choir": ("Velland choir sings for the hospital", "choir hospital Velland concert nurses hymns"),
}
PAGES = ("/slow-page", "/large-page", "/deadly-page")
HEALTHY = ("/ferry", "/flood", "/choir")


def page(path: str) -> bytes:
    title, words = TOLD[path]
    told = [
        f"The {a} and the {b} were praised by the {c} on Monday, officials said." for a, b, c in _threes(words.split())
    ]
    text = "".join(f"<p>{' '.join(told[place : place + 3])}</p>" for place in range(0, len(told), 3))
    return f'<html lang="en"><title>{title}</title><body><article><h1>{title}</h1>{text}</article>'.encode()


def _threes(words: list[str]) -> list[tuple[str, str, str]]:
    return [(a, b, c) for a in words for b in words for c in words if a < b < c]
