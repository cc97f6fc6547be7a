"""Whether mail can leave, and leaves encrypted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from couplesone.cli.checks import Severity, mail
from couplesone.kernel.settings import Mode

OK, WARNING, ERROR = Severity.OK, Severity.WARNING, Severity.ERROR
PRODUCTION = {"mode": Mode.PRODUCTION}
SMTP = {"mail_transport": "smtp", "smtp_host": "mail.example", "mail_sender": "post@practice.example"}


@pytest.mark.parametrize(
    ("check", "settings", "severity"),
    [
        (mail.server, SMTP, OK),
        (mail.server, {**SMTP, "smtp_host": None}, ERROR),
        (mail.server, {**SMTP, "mail_sender": None}, ERROR),
        (mail.server, {**SMTP, "mail_sender": "Practice <a@example.org>"}, ERROR),
        (mail.encryption, SMTP, OK),
        (mail.encryption, {**SMTP, "smtp_tls": "implicit", "smtp_user": "u", "smtp_password": "p"}, OK),
        (mail.encryption, {**SMTP, "smtp_user": "u"}, WARNING),
        (mail.encryption, {**SMTP, "smtp_tls": "none"}, WARNING),
        (mail.encryption, {**SMTP, "smtp_tls": "none", **PRODUCTION}, ERROR),
    ],
)
def test_the_mail_server(bare: Any, check: Any, settings: dict[str, Any], severity: Severity) -> None:
    subject = bare(**settings)
    assert mail.sends(subject)
    assert not mail.writes_to_a_folder(subject)
    finding = check(subject)
    assert finding.severity is severity
    assert bool(finding.mend) == (severity is not OK)


def test_a_folder_for_mail(bare: Any, tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    subject = bare(mail_folder=folder)
    assert mail.writes_to_a_folder(subject)
    assert mail.folder(subject).severity is OK
    folder.mkdir(0o700)
    assert mail.folder(subject).severity is OK
    folder.chmod(0o755)
    assert mail.folder(subject).severity is WARNING
    assert mail.folder(bare(mail_folder=folder, **PRODUCTION)).severity is ERROR


def test_a_folder_that_cannot_be_one(bare: Any, tmp_path: Path) -> None:
    (tmp_path / "file").touch(0o600)
    assert mail.folder(bare(mail_folder=tmp_path / "file")).severity is ERROR
    assert mail.folder(bare(mail_folder=tmp_path / "none" / "mail")).severity is ERROR
