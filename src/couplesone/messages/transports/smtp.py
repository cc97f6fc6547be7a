"""Mail by SMTP (RFC 5321): what is certain after each step of the dialogue, and what is not.

Until the text has been asked for (354), a failure is certain: the other side has taken nothing. From then on only its
answer tells; if the dialogue breaks off before that, nobody knows.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from couplesone.messages.transports.outcomes import Fate, Mail, Outcome

TIMEOUT: Final = 15.0
"""Seconds for the connection, and for each answer."""
_DOT: Final = re.compile(rb"(?m)^\.")


class Tls(Enum):
    """How the connection is encrypted."""

    STARTTLS = "starttls"
    IMPLICIT = "implicit"
    NONE = "none"


class _Told(Exception):
    """The other side said no."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.code)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class SmtpTransport:
    """Hands mail to a server. Certificates are verified; the user's password is never printed."""

    host: str
    port: int
    tls: Tls
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    timeout: float = TIMEOUT
    context: ssl.SSLContext | None = field(default=None, repr=False)

    def send(self, mail: Mail) -> Outcome:
        """Send one mail over a connection of its own."""
        reached_data = False
        try:
            server = self._connect(mail.sender.rpartition("@")[2])
            try:
                _expect(server.mail(mail.sender)[0], "sender_refused")
                _expect(server.rcpt(mail.recipient)[0], "recipient_refused")
                _expect(server.docmd("DATA")[0], "text_refused", wanted=354)
                reached_data = True
                server.send(_stuffed(mail.content))
                _expect(server.getreply()[0], "text_refused", reached_data=True)
            finally:
                _leave(server)
        except _Told as told:
            return told.outcome
        except Exception as error:  # noqa: BLE001 - whatever broke, what is known is how far it got
            if reached_data:
                return Outcome(Fate.UNCERTAIN, "broke_off", reached_data=True)
            return Outcome(Fate.NOT_YET, _code_of(error))
        return Outcome(Fate.ACCEPTED, reached_data=True)

    def _connect(self, domain: str) -> smtplib.SMTP:
        context = self.context or ssl.create_default_context()
        if self.tls is Tls.IMPLICIT:
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, local_hostname=domain, timeout=self.timeout, context=context
            )
        else:
            server = smtplib.SMTP(self.host, self.port, local_hostname=domain, timeout=self.timeout)
        try:
            server.ehlo_or_helo_if_needed()
            if self.tls is Tls.STARTTLS:
                server.starttls(context=context)
                server.ehlo_or_helo_if_needed()
            if self.user is not None:
                server.login(self.user, self.password or "")
        except BaseException:
            server.close()
            raise
        return server


def _expect(code: int, refused: str, *, wanted: int = 250, reached_data: bool = False) -> None:
    """Raise what an answer other than the wanted one means: 4xx not yet, 5xx never, anything else no SMTP."""
    if code == wanted or (wanted == 250 and code == 251):
        return
    fate = Fate.REFUSED if 500 <= code < 600 else Fate.NOT_YET
    if reached_data and not 400 <= code < 600:
        fate = Fate.UNCERTAIN
    raise _Told(Outcome(fate, refused, reached_data=reached_data))


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye, and go whatever the answer."""
    with suppress(smtplib.SMTPException, OSError):
        server.putcmd("quit")
    server.close()


def _code_of(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "sign_in_refused"
    if isinstance(error, ssl.SSLError | smtplib.SMTPNotSupportedError):
        return "no_encryption"
    return "no_connection"


def _stuffed(content: bytes) -> bytes:
    """Return the text as it is sent: lines that begin with a dot get a second one, and a lone dot ends it."""
    lines = content if content.endswith(b"\r\n") else content + b"\r\n"
    return _DOT.sub(b"..", lines) + b".\r\n"
