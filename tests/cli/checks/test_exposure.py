"""What the server shows to the outside."""

from __future__ import annotations

from typing import Any

import pytest

from couplesone.cli.checks import Severity, exposure
from couplesone.kernel.settings import Mode

OK, WARNING, ERROR = Severity.OK, Severity.WARNING, Severity.ERROR
PRODUCTION = {"mode": Mode.PRODUCTION}


EXPOSURE = [
    (exposure.mode, {}, WARNING),
    (exposure.mode, PRODUCTION, OK),
    (exposure.allowed_hosts, {}, OK),
    (exposure.allowed_hosts, {"allowed_hosts": ("*",)}, WARNING),
    (exposure.allowed_hosts, {"allowed_hosts": ("*",), **PRODUCTION}, ERROR),
    (exposure.public_url, {}, WARNING),
    (exposure.public_url, PRODUCTION, ERROR),
    (exposure.public_url, {"public_url": "http://localhost", **PRODUCTION}, ERROR),
    (exposure.public_url, {"public_url": "https://", **PRODUCTION}, ERROR),
    (exposure.public_url, {"public_url": "https://elsewhere.example", **PRODUCTION}, ERROR),
    (exposure.public_url, {"public_url": "https://localhost", **PRODUCTION}, OK),
    (
        exposure.public_url,
        {"public_url": "https://A.example", "allowed_hosts": ("a.Example",), **PRODUCTION},
        OK,
    ),
    (exposure.public_url, {"public_url": "https://a.example", "allowed_hosts": ("*",), **PRODUCTION}, OK),
    (exposure.api_docs, {}, OK),
    (exposure.api_docs, PRODUCTION, OK),
    (exposure.api_docs, {"api_docs": True, **PRODUCTION}, ERROR),
    (exposure.cors_origins, {}, OK),
    (exposure.cors_origins, {"cors_origins": ("https://a.example",), **PRODUCTION}, OK),
    (exposure.cors_origins, {"cors_origins": ("http://a.example",)}, WARNING),
    (exposure.cors_origins, {"cors_origins": ("https://a.example", "*"), **PRODUCTION}, ERROR),
    (exposure.trusted_proxies, {}, OK),
    (exposure.trusted_proxies, {"trusted_proxies": ()}, OK),
    (exposure.trusted_proxies, {"trusted_proxies": ("*",)}, WARNING),
    (exposure.trusted_proxies, {"trusted_proxies": ("*",), **PRODUCTION}, ERROR),
]


@pytest.mark.parametrize(("check", "settings", "severity"), EXPOSURE)
def test_what_the_server_shows(bare: Any, check: Any, settings: dict[str, Any], severity: Severity) -> None:
    finding = check(bare(**settings))
    assert finding.severity is severity
    assert bool(finding.mend) == (severity is not OK)
