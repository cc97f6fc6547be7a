"""What the server shows to the outside, by its settings."""

from __future__ import annotations

from urllib.parse import urlsplit

from couplesone.cli.checks.findings import Finding, error, ok, unsafe, warning
from couplesone.cli.checks.subject import Subject

_ANY = "*"


def mode(subject: Subject) -> Finding:
    """See that the server is in production mode where it holds clients' data."""
    if subject.settings.production:
        return ok("Production mode.")
    return warning(
        "Development mode: to try things out, not for clients' data.",
        "Set COUPLESONE_MODE=production; then every error listed here keeps the server from starting.",
    )


def allowed_hosts(subject: Subject) -> Finding:
    """See that the server answers to its own names only."""
    if _ANY in subject.settings.allowed_hosts:
        return unsafe(
            subject,
            "The server answers to any host name.",
            "List its names in COUPLESONE_ALLOWED_HOSTS, without '*'.",
        )
    return ok(f"The server answers to {', '.join(subject.settings.allowed_hosts)}.")


def public_url(subject: Subject) -> Finding:
    """See that links lead to the server by https, and under a name that it answers to."""
    settings = subject.settings
    if settings.public_url is None:
        return unsafe(
            subject,
            "Nobody said where the server is reached.",
            "Set COUPLESONE_PUBLIC_URL to its https address.",
        )
    address = urlsplit(settings.public_url)
    if address.scheme != "https" or not address.hostname:
        return unsafe(
            subject,
            "COUPLESONE_PUBLIC_URL is no https address.",
            "Let a reverse proxy serve https, and name it.",
        )
    hosts = {host.lower() for host in settings.allowed_hosts}
    if address.hostname not in hosts and _ANY not in hosts:
        return unsafe(
            subject,
            "The server does not answer to the name in COUPLESONE_PUBLIC_URL.",
            f"Add {address.hostname} to COUPLESONE_ALLOWED_HOSTS.",
        )
    return ok(f"Reached at {settings.public_url}.")


def api_docs(subject: Subject) -> Finding:
    """See that the documentation page and the OpenAPI document are not served in production."""
    if subject.settings.production and subject.settings.serves_docs:
        return error("/docs and /openapi.json are served to everybody.", "Unset COUPLESONE_API_DOCS.")
    return ok("/docs is served." if subject.settings.serves_docs else "/docs is not served.")


def cors_origins(subject: Subject) -> Finding:
    """See that only https front ends may call the API from a browser."""
    open_ones = [origin for origin in subject.settings.cors_origins if urlsplit(origin).scheme != "https"]
    if open_ones:
        return unsafe(
            subject,
            f"Browser pages without https may call the API: {', '.join(open_ones)}.",
            "List https origins only in COUPLESONE_CORS_ORIGINS.",
        )
    return ok(f"Browser origins that may call the API: {', '.join(subject.settings.cors_origins) or 'none'}.")


def trusted_proxies(subject: Subject) -> Finding:
    """See that a caller cannot make up the address that limits are counted by."""
    if _ANY in subject.settings.trusted_proxies:
        return unsafe(
            subject,
            "Every caller's word on the address it calls from is taken, so limits by address do not hold.",
            "List the addresses of your reverse proxies in COUPLESONE_TRUSTED_PROXIES, without '*'.",
        )
    return ok(f"Reverse proxies: {', '.join(subject.settings.trusted_proxies) or 'none'}.")
