"""The framework's settings, made from the operator's options."""

import os
import sys
from email.utils import formataddr
from pathlib import Path
from typing import cast
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import django

from newsclip.kernel.built_static import built_static
from newsclip.kernel.environment import is_port
from newsclip.kernel.oidc_options import OidcOptions
from newsclip.kernel.secret_key import load_or_create_key
from newsclip.kernel.settings_file import READ_ONLY
from newsclip.options import OPTIONS, Options

_IN_PASSWORDS = "In a password, write %40 for @, %2F for /, %23 for #, %3F for ?, %5B for [."
_WAL = "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL"
# How a connection is encrypted, and how long it may take to be made.
_OF_LIBPQ = {"sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "channel_binding", "connect_timeout"}


def _secret(options: Options) -> str:
    """The operator's key, or one made on first start and kept beside the data, readable by its owner alone."""
    if options.secret_key:
        return options.secret_key
    if "pytest" in sys.modules:
        return "a key for tests alone, long enough to be taken seriously"
    return load_or_create_key(options.home / "secret-key", read_only=READ_ONLY in os.environ)


def _database(options: Options) -> dict[str, object]:
    if options.database_url:
        return postgresql(options.database_url)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": options.home / "newsclip.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": options.database_timeout,
            "init_command": f"{_WAL};PRAGMA cache_size=-16000;PRAGMA temp_store=MEMORY",
        },
    }


def _parts(url: str) -> tuple[SplitResult, str]:
    """Of an address, and its port, which may be none. The words of an error would hold a part of the password."""
    try:
        at = urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", ""), ""
    return at, at.netloc.rpartition("@")[2].rpartition("]")[2].partition(":")[2]


def postgresql(url: str) -> dict[str, object]:
    """`?sslmode=verify-full` and the like are handed on to libpq, which would take no TLS for the best it can get."""
    at, port = _parts(url)
    more = dict(parse_qsl(at.query))
    whole = at.scheme in {"postgres", "postgresql"} and is_port(port or "5432") and at.path.strip("/")
    if not whole or set(more) - _OF_LIBPQ:
        raise SystemExit(
            "NEWSCLIP_DATABASE_URL must be postgresql://USER:PASSWORD@HOST:PORT/NAME, or unset for SQLite;"
            f" so must NEWSCLIP_REPLICA_URL. After ? may stand {', '.join(sorted(_OF_LIBPQ))}. {_IN_PASSWORDS}"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(at.path.lstrip("/")),
        "USER": unquote(at.username or ""),
        "PASSWORD": unquote(at.password or ""),
        "HOST": at.hostname or "",
        "PORT": port or "5432",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # A pooler (PgBouncer) may give each transaction another session, which knows nothing of the last one's.
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {"prepare_threshold": None, **more},
    }


def _replica(url: str) -> dict[str, object]:
    """As the primary, but nobody waits long for one that is away: milliseconds for what was sent, else seconds."""
    found = postgresql(url)
    waits = {"connect_timeout": 2, "tcp_user_timeout": 5000, **cast(dict[str, object], found["OPTIONS"])}
    return found | {"OPTIONS": waits, "TEST": {"MIRROR": "default"}}


def _mailer(url: str) -> dict[str, object]:
    """The mail server at this address; without one, mail is written to the log."""
    if not url:
        return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    at, port = _parts(url)
    if at.scheme not in {"smtp", "smtp+tls", "smtps"} or not is_port(port or "25"):
        raise SystemExit(
            f"NEWSCLIP_MAIL must be smtp://, smtp+tls:// or smtps://USER:PASSWORD@HOST:PORT, or unset. {_IN_PASSWORDS}"
        )
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": at.hostname or "localhost",
            "port": int(port) if port else (465 if at.scheme == "smtps" else 25),
            "username": unquote(at.username or ""),
            "password": unquote(at.password or ""),
            "use_ssl": at.scheme == "smtps",
            "use_tls": at.scheme == "smtp+tls",
            "timeout": 20,
        },
    }


def _sign_in_elsewhere(oidc: OidcOptions) -> dict[str, object]:
    """The provider that the operator chose, as allauth wants it; none without one."""
    app = {
        "provider_id": "provider", "name": oidc.name, "client_id": oidc.client, "secret": oidc.secret,
        "settings": {"server_url": oidc.url},
    }  # fmt: skip
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app] if oidc.url else []}}


def _origin(url: str) -> str:
    at = urlsplit(url)
    return f"{at.scheme}://{at.netloc}"


OPENID_CONNECT = "allauth.socialaccount.providers.openid_connect"
STAGES = ["accounts", "sources", "articles", "stories", "clips", "community", "ranking"]
SECRET_KEY = _secret(OPTIONS)
FORMER_SECRET_KEY = OPTIONS.former_secret_key  # reads what is encrypted, and signs nothing
DEBUG = OPTIONS.debug
_HOST = urlsplit(OPTIONS.site_url).hostname or "localhost"
ALLOWED_HOSTS = [_HOST, "localhost", "127.0.0.1", "[::1]"]
CSRF_FAILURE_VIEW = "newsclip.web.decorators.form_grew_old"
CSRF_TRUSTED_ORIGINS = [OPTIONS.site_url]
INSTALLED_APPS = [
    "newsclip.web",  # before the tables and allauth: their pages wear the site's clothes
    "newsclip.web.apps.StaffTables",  # django.contrib.admin, entered by our own sign-in
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",  # allauth's list of passkeys speaks by it
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    *([OPENID_CONNECT] if OPTIONS.oidc.url else []),  # it brings an HTTP client along, of 6 MB a process
    *[f"newsclip.{name}" for name in (*STAGES, "feeds", "mail", "health", "worker")],
]
MIDDLEWARE = [
    "newsclip.web.caching.replica.reads",
    "newsclip.web.security_headers.harden",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "newsclip.health.probe_middleware.answer_probes",
    "newsclip.web.accounts.session_store.SignedSessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "newsclip.web.accounts.require_mfa.demand",
    "newsclip.web.accounts.suspended.Suspended",
    "django_htmx.middleware.HtmxMiddleware",
    "newsclip.web.read_marks.mark_what_was_read",
    "newsclip.web.error_views.max_body_size",
]
ROOT_URLCONF = "newsclip.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsclip.web.context_processors.site",
                "newsclip.web.accounts.adapter.about_signing_up",
            ],
        },
    },
]
DATABASES = {"default": _database(OPTIONS)}
if OPTIONS.replica_url:
    DATABASES["replica"] = _replica(OPTIONS.replica_url)
DATABASE_ROUTERS = ["newsclip.web.caching.replica.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Reader"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_NOT_BREACHED = {
    "NAME": "newsclip.web.accounts.password_validators.BreachedValidator",
    "OPTIONS": {"file": OPTIONS.breached_passwords},
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "newsclip.web.accounts.password_validators.OwnWordsValidator"},
    *([_NOT_BREACHED] if OPTIONS.breached_passwords else []),
]
ACCOUNT_LOGIN_METHODS = {"username"}
# Where mail is set up, a new account writes once its address is confirmed: see newsclip/web/accounts/adapter.py.
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*" if OPTIONS.mail else "email", "password1*"]
ACCOUNT_ADAPTER = "newsclip.web.accounts.adapter.Adapter"
ACCOUNT_FORMS = {
    "signup": "newsclip.web.accounts.sign_up.SignUpForm",
    "change_password": "newsclip.web.accounts.password_forms.Change",
    "set_password": "newsclip.web.accounts.password_forms.Set",
    "reset_password_from_key": "newsclip.web.accounts.password_forms.Reset",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"[{OPTIONS.site_name}] "
ACCOUNT_EMAIL_VERIFICATION, ACCOUNT_EMAIL_NOTIFICATIONS = "optional" if OPTIONS.mail else "none", bool(OPTIONS.mail)
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ALLAUTH_TRUSTED_PROXY_COUNT = OPTIONS.proxies
SOCIALACCOUNT_ADAPTER = "newsclip.web.accounts.adapter.SocialAdapter"
SOCIALACCOUNT_FORMS = {"signup": "newsclip.web.accounts.sign_up.ProviderSignUpForm"}
SOCIALACCOUNT_PROVIDERS = _sign_in_elsewhere(OPTIONS.oidc)
# An address there proves nothing of the account here that has the same: who is signed in joins the two.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
MFA_ADAPTER = "newsclip.web.accounts.mfa_adapter.Adapter"
MFA_FORMS = {"login_webauthn": "newsclip.web.accounts.mfa_adapter.PasskeyForm"}
MFA_RECOVERY_CODES_SHOW_ONCE = MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = not OPTIONS.mail  # where none is sent, no address can answer
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not OPTIONS.site_url.startswith("https://")
MFA_TOTP_ISSUER = OPTIONS.site_name
SECOND_FACTOR, CONTACT, LOGIN_REDIRECT_URL = OPTIONS.second_factor, OPTIONS.contact, "/"
MAILERS = {"default": _mailer(OPTIONS.mail)}
DEFAULT_FROM_EMAIL = OPTIONS.mail_from or formataddr((OPTIONS.site_name, f"newsclip@{_HOST}"))
USE_TZ, TIME_ZONE = True, "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("fr", "Français")]
LOCALE_PATHS = [Path(__file__).parent / "locale"]
LANGUAGE_COOKIE_AGE, LANGUAGE_COOKIE_SAMESITE = 31_536_000, "Lax"
STATIC_URL = "/static/"
STATIC_ROOT = built_static(django.get_version()) or OPTIONS.home / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_URL, MEDIA_ROOT = "/media/", OPTIONS.home / "media"
SHARES_LISTS = True  # see newsclip/web/caching/list_cache.py
TASKS = {"default": {"BACKEND": "newsclip.wiring.task_queue", "QUEUES": [], "OPTIONS": {"url": OPTIONS.queue_url}}}
# Limits of signing in, and one-time codes that were used, hold for all processes: they are kept in a table.
_IN_MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cacheentry",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    },
    "process": _IN_MEMORY,
    # strangers fill it
    "text_checks": _IN_MEMORY | {"LOCATION": "text_checks", "OPTIONS": {"MAX_ENTRIES": 100}},
}
LOGGING_CONFIG = None  # newsclip/server/logs.py; nobody is sent a page's inner life by mail
_HTTPS = OPTIONS.site_url.startswith("https://")
SESSION_SERIALIZER = "newsclip.web.accounts.session_store.Encrypted"
CSRF_COOKIE_HTTPONLY = True  # forms hold the token; no script has to read it
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _HTTPS
# Browsers take such a name from this very host alone, over https (RFC 6265bis, 4.1.3).
_HOSTS_OWN = "__Host-" if _HTTPS else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_HOSTS_OWN}sessionid", f"{_HOSTS_OWN}csrftoken"
LANGUAGE_COOKIE_NAME = f"{_HOSTS_OWN}django_language"
LANGUAGE_COOKIE_HTTPONLY = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = OPTIONS.hsts == "subdomains"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CSP = {
    "default-src": ["'none'"],
    "object-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    # a form that leads on to the provider leads there, as browsers see it
    "form-action": ["'self'", *([_origin(OPTIONS.oidc.url)] if OPTIONS.oidc.url else [])],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]
