"""The servers beside the database: a replica and a broker, which need a PostgreSQL."""

from collections.abc import Mapping


def replica_of(environ: Mapping[str, str]) -> str:
    """The replica's address, or "". Raises SystemExit for one that follows nothing."""
    url = environ.get("NEWSCLIP_REPLICA_URL", "")
    if url and not environ.get("NEWSCLIP_DATABASE_URL"):
        raise SystemExit("NEWSCLIP_REPLICA_URL follows a PostgreSQL: set NEWSCLIP_DATABASE_URL too, or unset it.")
    return url


def queue_of(environ: Mapping[str, str]) -> str:
    """The broker's address, or "". Anything else, or one beside SQLite, ends the program with what to do."""
    url = environ.get("NEWSCLIP_QUEUE_URL", "")
    if url and not all(one.startswith(("amqp://", "amqps://")) for one in url.split(";")):
        raise SystemExit("NEWSCLIP_QUEUE_URL must be amqp://USER:PASSWORD@HOST:PORT/VHOST of a RabbitMQ, or unset.")
    if url and not environ.get("NEWSCLIP_DATABASE_URL"):
        raise SystemExit("NEWSCLIP_QUEUE_URL is for many machines: set NEWSCLIP_DATABASE_URL too, or unset it.")
    return url
