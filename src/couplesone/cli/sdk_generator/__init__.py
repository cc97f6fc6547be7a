"""Writing the generated half of the SDK from the API document, so that the two never differ.

The same document always gives the same text, which the formatter, the linter and the type checker leave as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from couplesone.cli.sdk_generator.operations import operations_module
from couplesone.cli.sdk_generator.types import types_module

_ERROR = "Problem"
"""What every refusal shows; in the SDK it is an exception."""


def sdk_modules(document: Mapping[str, Any]) -> dict[str, str]:
    """Return the text of each generated module of the SDK by its file name."""
    schemas = document["components"]["schemas"]
    return {
        "operations.py": operations_module(document),
        "types.py": types_module({name: shown for name, shown in schemas.items() if name != _ERROR}),
    }
