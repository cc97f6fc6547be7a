"""Mail: whether it can leave, and whether it leaves encrypted."""

from __future__ import annotations

import os

from couplesone.cli.checks.findings import Finding, error, ok, unsafe, warning
from couplesone.cli.checks.subject import Subject
from couplesone.messages.addresses import mail_address
from couplesone.messages.errors import AddressNotValid


def writes_to_a_folder(subject: Subject) -> bool:
    """Say whether mail goes into a folder."""
    return subject.settings.mail_transport == "folder"


def sends(subject: Subject) -> bool:
    """Say whether mail is sent by SMTP."""
    return subject.settings.mail_transport == "smtp"


def folder(subject: Subject) -> Finding:
    """See that mail can be written, and that only its owner may read it."""
    path = subject.settings.mail_folder
    if not path.exists():
        parent = path.absolute().parent
        if os.access(parent, os.W_OK | os.X_OK):
            return ok(f"Mail is written into {path}, which will be made.")
        return error(f"The mail folder {path} cannot be made.", f"Make it, for the server's user: {path}")
    if not path.is_dir() or not os.access(path, os.W_OK | os.X_OK):
        return error(f"Mail cannot be written into {path}.", "Name a directory of the server's own user.")
    if path.stat().st_mode & 0o077:
        return unsafe(subject, f"The mail folder {path} is open to others.", f"chmod 700 {path}")
    return ok(f"Mail is written into {path}; nothing is sent by itself.")


def server(subject: Subject) -> Finding:
    """See that there is a mail server to hand mail to, and an address from which it comes."""
    settings = subject.settings
    if settings.smtp_host is None:
        return error("Nobody said which server takes mail.", "Set COUPLESONE_SMTP_HOST.")
    try:
        mail_address(settings.mail_sender)
    except AddressNotValid:
        return error("There is no address from which mail can come.", "Set COUPLESONE_MAIL_SENDER.")
    return ok(f"Mail is handed to {settings.smtp_host}, port {settings.smtp_port}.")


def encryption(subject: Subject) -> Finding:
    """See that mail, and the password for it, reach the mail server encrypted."""
    settings = subject.settings
    if settings.smtp_tls == "none":
        return unsafe(
            subject,
            "Mail goes to the mail server unencrypted.",
            "Set COUPLESONE_SMTP_TLS=starttls or implicit.",
        )
    if settings.smtp_user is not None and settings.smtp_password is None:
        return warning(
            "There is a user for the mail server and no password.", "Set COUPLESONE_SMTP_PASSWORD."
        )
    return ok("Mail reaches the mail server encrypted.")
