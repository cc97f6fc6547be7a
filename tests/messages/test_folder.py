"""Mail into a folder: whole or not at all, for its owner only, and the same mail is the same file."""

from __future__ import annotations

from pathlib import Path

import pytest

from couplesone.kernel.settings import Settings
from couplesone.messages.transports.choosing import NOBODY, sender_of, transport_of
from couplesone.messages.transports.folder import FolderTransport
from couplesone.messages.transports.outcomes import Fate, Mail, Outcome
from couplesone.messages.transports.smtp import SmtpTransport, Tls

MAIL = Mail("a@example.org", "b@example.org", "<0123@example.org>", b"Subject: x\r\n\r\nWords\r\n")


def test_a_mail_is_a_private_file(tmp_path: Path) -> None:
    way_out = FolderTransport(tmp_path / "mail" / "out")
    for _ in range(2):
        assert way_out.send(MAIL) == Outcome(Fate.ACCEPTED)
    (file,) = way_out.folder.iterdir()
    assert file.name == "0123.eml"
    assert file.read_bytes() == MAIL.content
    assert file.stat().st_mode & 0o777 == 0o600
    assert way_out.folder.stat().st_mode & 0o777 == 0o700


def test_what_a_killed_worker_left_half_is_written_anew(tmp_path: Path) -> None:
    (tmp_path / ".0123.part").write_bytes(b"Subj")
    assert FolderTransport(tmp_path).send(MAIL).fate is Fate.ACCEPTED
    assert [file.name for file in tmp_path.iterdir()] == ["0123.eml"]


def test_where_nothing_can_be_written_it_waits(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file")
    outcome = FolderTransport(tmp_path / "mail").send(MAIL)
    assert outcome == Outcome(Fate.NOT_YET, "folder_not_writable")


def test_the_settings_choose_the_way_out(tmp_path: Path) -> None:
    folder = transport_of(Settings(mail_folder=tmp_path))
    assert isinstance(folder, FolderTransport)
    assert folder.folder == tmp_path
    assert sender_of(Settings()) == NOBODY
    given = {"mail_transport": "smtp", "smtp_host": "mail.example", "smtp_user": "u", "smtp_password": "p"}
    assert transport_of(Settings(**given)) is None
    assert transport_of(Settings(mail_transport="smtp", mail_sender="a@example.org")) is None
    way_out = transport_of(Settings(mail_sender="a@example.org", **given))
    assert way_out == SmtpTransport("mail.example", 587, Tls.STARTTLS, "u", "p")
    assert "'p'" not in repr(way_out)
    assert sender_of(Settings(mail_sender="a@example.org")) == "a@example.org"


def test_a_password_comes_from_the_secrets_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from couplesone.kernel.settings import load_settings

    (tmp_path / "COUPLESONE_SMTP_PASSWORD").write_text("kept apart")
    monkeypatch.setenv("COUPLESONE_SECRETS_DIR", str(tmp_path))
    settings = load_settings()
    assert settings.smtp_password is not None
    assert settings.smtp_password.get_secret_value() == "kept apart"
    assert "kept apart" not in repr(settings)
