"""Routes of the tool catalogue."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.tools import service
from couplesone.plans.tools.codes import ToolCode
from couplesone.plans.tools.schemas import SheetFilters, ToolOut, Tools
from couplesone.web.negotiation import preferred
from couplesone.web.operations import Attachment
from couplesone.web.routing import Router

router = Router("tools")
READ = Permission.PLAN_READ


@router.read("/v1/tools", permission=READ, audited=False)
def list_tools(work: Work) -> Tools:  # noqa: ARG001 - about nobody, yet not for everybody
    """List the tools that clients can practise, with steps, sources and contraindications."""
    return Tools.model_validate(service.every_tool())


@router.read("/v1/tools/{tool_code}", permission=READ, composite=True, audited=False)
def get_tool(work: Work, tool_code: ToolCode) -> ToolOut:  # noqa: ARG001 - as above
    """Read a tool."""
    return ToolOut.model_validate(service.tool_of(tool_code))


@router.read(
    "/v1/tools/{tool_code}/sheet",
    permission=READ,
    audited=False,
    media_type=(service.TEXT, service.HTML, service.PDF),
)
def get_tool_sheet(
    work: Work,  # noqa: ARG001 - as above
    tool_code: ToolCode,
    query: Annotated[SheetFilters, Query()],
    accept: str | None,
) -> Attachment:
    """Hand out the sheet of a tool, as text, HTML or PDF; it holds nothing about anybody."""
    forms = tuple(service.FORMS.values())
    wanted = service.FORMS[query.format] if query.format else preferred(accept, forms)
    return Attachment(*service.sheet_of(tool_code, wanted))
