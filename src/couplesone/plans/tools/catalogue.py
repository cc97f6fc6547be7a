"""The catalogue: every tool by its code. A text changes by a new version of its tool, never silently."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from couplesone.plans.tools.catalogue_communication import COMMUNICATION
from couplesone.plans.tools.catalogue_regulation import REGULATION
from couplesone.plans.tools.catalogue_self_awareness import SELF_AWARENESS
from couplesone.plans.tools.codes import ToolCode
from couplesone.plans.tools.tool import Tool

_ALL: Final = (*COMMUNICATION, *REGULATION, *SELF_AWARENESS)
CATALOGUE: Final[Mapping[ToolCode, Tool]] = MappingProxyType({tool.code: tool for tool in _ALL})
"""Every tool, by skill."""
