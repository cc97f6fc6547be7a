"""Mail by SMTP, against a real server on this machine: what each step of the dialogue leaves certain."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from couplesone.messages.transports.outcomes import Fate, Mail, Outcome
from couplesone.messages.transports.smtp import SmtpTransport, Tls

TEXT = b"Subject: x\r\n\r\n.hidden\r\n..\r\n.\r\nlast line"
MAIL = Mail("a@example.org", "b@example.org", "<0123@example.org>", TEXT)
ACCEPTED = Outcome(Fate.ACCEPTED, reached_data=True)


class Box:
    """Takes mail, unless told to say something else at a step."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.says: dict[str, str] = {}

    async def handle_MAIL(self, server, session, envelope, address, options) -> str:  # noqa: N802 - the library's name
        if "MAIL" in self.says:
            return self.says["MAIL"]
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802 - the library's name
        if "RCPT" in self.says:
            return self.says["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - the library's name
        if "DOT" in self.says:
            return self.says["DOT"]
        self.taken.append(envelope)
        return "250 OK"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return folder / "cert.pem", folder / "key.pem"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def serve() -> Iterator[Callable[..., tuple[Box, int]]]:
    running: list[Controller] = []

    def start(**options: Any) -> tuple[Box, int]:
        box = Box()
        controller = Controller(box, hostname="127.0.0.1", port=free_port(), **options)
        controller.start()
        running.append(controller)
        return box, controller.port

    yield start
    for controller in running:
        controller.stop()


def plain(port: int, **more: Any) -> SmtpTransport:
    return SmtpTransport("127.0.0.1", port, Tls.NONE, timeout=2, **more)


def server_side(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


def trusting(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate[0]))


def test_a_mail_arrives_as_it_was_lines_of_dots_included(serve) -> None:
    box, port = serve()
    assert plain(port).send(MAIL) == ACCEPTED
    (taken,) = box.taken
    assert (taken.mail_from, taken.rcpt_tos) == ("a@example.org", ["b@example.org"])
    assert taken.content == TEXT + b"\r\n"


@pytest.mark.parametrize(
    ("step", "says", "outcome"),
    [
        ("MAIL", "451 later", Outcome(Fate.NOT_YET, "sender_refused")),
        ("MAIL", "550 no", Outcome(Fate.REFUSED, "sender_refused")),
        ("RCPT", "450 later", Outcome(Fate.NOT_YET, "recipient_refused")),
        ("RCPT", "550 no", Outcome(Fate.REFUSED, "recipient_refused")),
        ("RCPT", "251 elsewhere", None),
        ("DOT", "452 later", Outcome(Fate.NOT_YET, "text_refused", reached_data=True)),
        ("DOT", "554 no", Outcome(Fate.REFUSED, "text_refused", reached_data=True)),
        ("DOT", "354 what", Outcome(Fate.UNCERTAIN, "text_refused", reached_data=True)),
    ],
)
def test_what_the_server_says_decides(serve, step, says, outcome) -> None:
    box, port = serve()
    box.says[step] = says
    if outcome is None:
        outcome = Outcome(Fate.REFUSED, "text_refused")  # the server wants a recipient before the text
    assert plain(port).send(MAIL) == outcome
    assert box.taken == []


def test_where_nobody_answers_nothing_was_taken() -> None:
    assert plain(free_port()).send(MAIL) == Outcome(Fate.NOT_YET, "no_connection")


class Abrupt:
    """A server that hangs up at a step."""

    def __init__(self, at: str) -> None:
        self.at = at
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._answer, daemon=True)
        self._thread.start()

    def _answer(self) -> None:
        connection, _ = self._listener.accept()
        with connection, connection.makefile("rwb") as lines:
            lines.write(b"220 hello\r\n")
            lines.flush()
            for line in lines:
                verb = line.split()[0].upper().decode()
                if verb == self.at:
                    return
                lines.write(b"354 go\r\n" if verb == "DATA" else b"250 ok\r\n")
                lines.flush()
                if verb == "DATA":
                    while lines.readline() not in (b".\r\n", b""):
                        pass
                    return

    def close(self) -> None:
        self._thread.join(5)
        self._listener.close()


@pytest.mark.parametrize(
    ("step", "outcome"),
    [
        ("EHLO", Outcome(Fate.NOT_YET, "no_connection")),
        ("MAIL", Outcome(Fate.NOT_YET, "no_connection")),
        ("RCPT", Outcome(Fate.NOT_YET, "no_connection")),
        ("DATA", Outcome(Fate.NOT_YET, "no_connection")),
        ("DOT", Outcome(Fate.UNCERTAIN, "broke_off", reached_data=True)),
    ],
)
def test_where_the_line_breaks_decides(step, outcome) -> None:
    server = Abrupt(step)
    assert plain(server.port).send(MAIL) == outcome
    server.close()


def test_a_server_that_falls_silent_is_not_waited_for_for_ever() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        way_out = SmtpTransport("127.0.0.1", silent.getsockname()[1], Tls.NONE, timeout=0.2)
        assert way_out.send(MAIL) == Outcome(Fate.NOT_YET, "no_connection")


def test_the_connection_is_encrypted_before_anything_is_said(serve, certificate) -> None:
    box, port = serve(tls_context=server_side(certificate), require_starttls=True)
    way_out = SmtpTransport("127.0.0.1", port, Tls.STARTTLS, timeout=5, context=trusting(certificate))
    assert way_out.send(MAIL) == ACCEPTED
    assert len(box.taken) == 1


def test_or_from_the_first_byte(serve, certificate) -> None:
    box, port = serve(ssl_context=server_side(certificate))
    way_out = SmtpTransport("127.0.0.1", port, Tls.IMPLICIT, timeout=5, context=trusting(certificate))
    assert way_out.send(MAIL) == ACCEPTED
    assert len(box.taken) == 1


def test_a_certificate_that_nobody_vouches_for_is_refused(serve, certificate) -> None:
    box, port = serve(tls_context=server_side(certificate))
    way_out = SmtpTransport("127.0.0.1", port, Tls.STARTTLS, timeout=5)
    assert way_out.send(MAIL) == Outcome(Fate.NOT_YET, "no_encryption")
    assert box.taken == []


def test_a_server_without_encryption_gets_nothing(serve) -> None:
    box, port = serve()
    way_out = SmtpTransport("127.0.0.1", port, Tls.STARTTLS, timeout=5)
    assert way_out.send(MAIL) == Outcome(Fate.NOT_YET, "no_encryption")
    assert box.taken == []


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
@pytest.mark.parametrize("password", ["right", "wrong"])
def test_signing_in(serve, password) -> None:
    def authenticate(server, session, envelope, mechanism, auth_data) -> AuthResult:
        right = auth_data == LoginPassword(b"post", b"right")
        return AuthResult(success=right, handled=right)

    expected = ACCEPTED if password == "right" else Outcome(Fate.NOT_YET, "sign_in_refused")
    box, port = serve(authenticator=authenticate, auth_require_tls=False, auth_required=True)
    assert plain(port, user="post", password=password).send(MAIL) == expected
    assert len(box.taken) == (password == "right")
