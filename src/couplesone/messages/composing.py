"""A message as a mail: plain text, a constant subject, a constant sender; nothing else that could tell."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from couplesone.messages.gateway import text_of
from couplesone.messages.guards import rules_among
from couplesone.messages.models import Message
from couplesone.messages.transports.outcomes import Mail
from couplesone.persistence.work import Work
from couplesone.practices.codes import TextKey
from couplesone.practices.texts import text_on


def mail_of(work: Work, message: Message) -> Mail:
    """Return the mail of a message; the same Message-ID each time. ValueError for a header that would not stay one."""
    sender = rules_among(work.extras).sender
    assert message.address is not None
    assert message.message_id is not None
    mail = EmailMessage(policy=SMTP)
    name = text_on(work, TextKey.MAIL_SENDER_NAME, work.today)
    mail["From"] = Address(display_name=name, addr_spec=sender)
    mail["To"] = Address(addr_spec=message.address)
    mail["Subject"] = message.subject
    mail["Date"] = work.now
    mail["Message-ID"] = message.message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(
        text_of(message.body, message.enclosed), subtype="plain", charset="utf-8", cte="quoted-printable"
    )
    return Mail(sender, message.address, message.message_id, mail.as_bytes())
