"""What `couplesone doctor` looks at, and what `couplesone serve` refuses to start with.

Each check is a small function in the list ``CHECKS``: it examines a ``Subject`` and returns a ``Finding``.
"""

from couplesone.cli.checks.catalogue import CHECKS, examine
from couplesone.cli.checks.findings import Check, Finding, Severity
from couplesone.cli.checks.subject import Subject

__all__ = ["CHECKS", "Check", "Finding", "Severity", "Subject", "examine"]
