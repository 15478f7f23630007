"""Who writes, when and why: read from a form, refused where it is not said."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request

from rashomon.errors import UsageFault
from rashomon.model.link import Signed
from rashomon.present.desk.render import live

LONGEST = 4000
"""Characters of one field of a form."""


async def read_form(request: Request) -> dict[str, str]:
    """The form's text fields, trimmed; files are not taken. Raises UsageFault where a field is too long."""
    form: FormData = await request.form(max_files=0, max_fields=40)
    fields = {k: v.strip() for k, v in form.items() if isinstance(v, str)}
    if any(len(v) > LONGEST for k, v in fields.items() if k != "words"):
        raise UsageFault(f"a field takes at most {LONGEST} characters")
    return fields


def sign(request: Request, form: dict[str, str], *, why_needed: bool = True) -> Signed:
    """The signature: name and reason from the form, the time from the desk's clock."""
    name, why = form.get("by", ""), form.get("why", "")
    if not name:
        raise UsageFault("write your name: what is decided or noted is signed")
    if why_needed and not why:
        raise UsageFault("write a reason: a decision keeps why it was made")
    return Signed(name, live(request).clock(), why)


def local(address: str, default: str) -> str:
    """An address to go back to, where it is a page of the desk; else the default."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else default
