"""Which way out the settings choose."""

from __future__ import annotations

from couplesone.kernel.settings import Settings
from couplesone.messages.transports.folder import FolderTransport
from couplesone.messages.transports.outcomes import Transport
from couplesone.messages.transports.smtp import SmtpTransport, Tls

NOBODY = "office@localhost.invalid"
"""Stands in From where nobody said what should: an address that cannot exist (RFC 2606)."""


def sender_of(settings: Settings) -> str:
    """Return the address from which mail comes."""
    return settings.mail_sender or NOBODY


def transport_of(settings: Settings) -> Transport | None:
    """Return the way out; None for SMTP without a server or a sender, when mail has to wait."""
    if settings.mail_transport == "folder":
        return FolderTransport(settings.mail_folder)
    if settings.smtp_host is None or settings.mail_sender is None:
        return None
    return SmtpTransport(
        host=settings.smtp_host,
        port=settings.smtp_port,
        tls=Tls(settings.smtp_tls),
        user=settings.smtp_user,
        password=settings.smtp_password.get_secret_value() if settings.smtp_password else None,
    )
