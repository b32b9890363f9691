"""Pages that are no articles are named, in the languages that news is read in; short articles are not among them."""

import pytest

from newsclip.articles.rules import extract

TEASERS = "".join(f'<li><a href="/{n}">A storm takes the roof of mill number {n}</a></li>' for n in range(9))
BRIEF = (
    "<p>The ferry to Hollin sails again from Monday, the harbour master said. It had been laid up since the storm of "
    "January, which tore off its ramp. Tickets cost as much as before.</p>"
)
PASSWORD = '<form><input name="user"><input type="password"></form>'


@pytest.mark.parametrize(
    "title",
    [
        "404", "Page not found - The Quill", "Sorry, the page you want could not be found",
        "This article no longer exists", "The page couldn't be found", "Sorry, we can’t find that page",
        "Seite nicht gefunden | Der Bote", "Page introuvable", "Página no encontrada", "Página não encontrada",
        "Pagina non trovata", "Pagina niet gevonden", "Sidan kunde inte hittas", "Siden finnes ikke",
        "Nie znaleziono strony", "Stránka nenalezena", "Страница не найдена", "Sayfa bulunamadı",
        "ページが見つかりません", "找不到页面", "페이지를 찾을 수 없습니다",
    ],
)  # fmt: skip
def test_an_error_sent_as_a_page_is_told_by_its_title(title: str) -> None:
    shown = (
        f"<p>Perhaps one of these is what you were looking for, or what our readers like today.</p><ul>{TEASERS}</ul>"
    )
    assert extract(f"<title>{title}</title><h1>{title}</h1>{shown}").kind == "error_page"


@pytest.mark.parametrize(
    "title",
    [
        "Sign in",
        "Log in to your account",
        "Anmelden",
        "Connexion",
        "Iniciar sesión",
        "Accedi",
        "Logga in",
        "Вход",
        "ログイン",
    ],
)
def test_a_form_that_asks_for_a_password_is_a_login_page(title: str) -> None:
    assert extract(f"<title>{title} - Quill</title><h1>{title}</h1>{PASSWORD}").kind == "login_page"


def test_an_article_on_a_page_where_one_can_log_in_is_an_article() -> None:
    assert (
        extract(f"<title>Ferry sails</title>{PASSWORD}<article><h1>Ferry sails</h1>{BRIEF}</article>").kind == "article"
    )


@pytest.mark.parametrize(
    "words",
    [
        "Before you continue. Accept all. Reject all.",
        "Wir brauchen Ihre Einwilligung. Alle akzeptieren. Cookie-Einstellungen.",
        "Continuer sans accepter. Tout accepter. Paramétrer les cookies.",
        "Aceptar todo. Rechazar todo. Configurar cookies.",
        "Accetta tutto. Continua senza accettare.",
        "Cookies beheren. Alles accepteren. Alles weigeren.",
        "Godta alle. Cookie settings.",
        "Принять все. Cookie settings.",
    ],
)
def test_a_page_that_asks_for_consent_only_is_a_wall(words: str) -> None:
    assert extract(f"<title>The Quill</title><main><p>{words}</p></main>").kind == "consent_wall"


def test_a_short_article_under_a_banner_for_cookies_is_an_article() -> None:
    buttons = "<button>Accept all</button><button>Reject all</button>"
    banner = f'<div class="cookie-banner"><p>We value your privacy.</p>{buttons}</div>'
    assert extract(f"<title>Ferry sails</title><main><h1>Ferry sails</h1>{BRIEF}</main>{banner}").kind == "article"


@pytest.mark.parametrize(
    "plea",
    [
        "Subscribe to continue reading.", "Weiterlesen mit Plus", "La suite est réservée aux abonnés.",
        "Contenido exclusivo para suscriptores", "Conteúdo exclusivo para assinantes", "Riservato agli abbonati",
        "Alleen voor abonnees", "Logga in för att läsa hela artikeln.", "Kun for abonnenter", "Dla prenumeratorów",
        "Только для подписчиков", "この記事は有料です。",
    ],
)  # fmt: skip
def test_a_beginning_that_goes_on_with_a_plea_to_pay_is_a_stub(plea: str) -> None:
    assert (
        extract(f"<title>Ferry</title><article><h1>Ferry sails</h1>{BRIEF}<div>{plea}</div></article>").kind
        == "paywall_stub"
    )


def test_a_short_article_far_above_a_plea_in_the_footer_is_no_stub() -> None:
    rest = f"<ul>{TEASERS * 3}</ul><footer>Already a subscriber? Sign in to read.</footer>"
    assert extract(f"<title>Ferry</title><article><h1>Ferry sails</h1>{BRIEF}</article>{rest}").kind == "article"


@pytest.mark.parametrize("words", ["Just a moment...", "Are you a robot?", "Access denied", "Pardon our interruption"])
def test_a_page_that_wants_proof_of_a_person_is_a_robot_check(words: str) -> None:
    assert (
        extract(f"<title>{words}</title><h1>{words}</h1><p>Your request is being looked at.</p>").kind == "robot_check"
    )


def test_a_page_of_pictures_with_a_line_each_is_a_gallery() -> None:
    figures = "".join(f'<figure><img src="{n}.jpg"><figcaption>Mill {n}</figcaption></figure>' for n in range(8))
    assert (
        extract(f"<title>Mills in pictures</title><main><h1>Mills</h1><p>All of them.</p>{figures}</main>").kind
        == "gallery_page"
    )


@pytest.mark.parametrize(
    "title", ["Page not found: how a lost book came back", "The 404 people of Hollin", "Robots sign in"]
)
def test_an_article_about_errors_is_an_article(title: str) -> None:
    head = f'<title>{title}</title><meta property="og:type" content="article">'
    assert extract(f"{head}<article><h1>{title}</h1>{BRIEF * 3}</article>").kind == "article"


def card(n: int) -> str:
    told = f"<p>The council met for hour {n}.</p>"
    return f"<div class=item><a href=/a{n}>Headline number {n} tells something</a>{told}</div>"


def test_a_list_without_headings_is_an_index_page() -> None:
    cards = "".join(map(card, range(20)))
    assert extract(f"<title>Gazette</title><h1>News</h1>{cards}", "https://a.example/news").kind == "index_page"


def test_an_article_without_metadata_above_such_a_list_is_an_article() -> None:
    html = f"<h1>The ferry to Hollin sails again</h1><main>{BRIEF * 3}</main>{''.join(map(card, range(20)))}"
    assert extract(html, "https://a.example/ferry").kind == "article"


def test_a_film_and_pictures_are_named_where_the_title_says_so() -> None:
    film = f"<title>Watch: ferry sails</title><h1>Watch: ferry sails</h1><video src=x></video>{BRIEF}"
    slides = "".join(f'<div class=slide><img src="{n}.jpg"><p>The ferry at {n} o’clock</p></div>' for n in range(9))
    assert extract(film).kind == "video_page"
    assert (
        extract(f"<title>In pictures: the ferry</title><h1>The ferry sails again</h1>{slides}").kind == "gallery_page"
    )
    assert extract(f"<h1>The ferry to Hollin sails again</h1>{BRIEF}{slides}").kind == "article"
