"""The stylesheet that the settings make: each verdict's tone and icon, under a class of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

from factsite.corpus.model import Settings, Verdict
from factsite.site.dialect import icon
from factsite.site.output import Output
from factsite.verify.record import Record

PATH = "assets/verdicts.css"


def outputs(record: Record) -> Iterator[Output]:
    """Give the stylesheet of the verdicts."""
    yield Output(PATH, ("settings",), partial(_make, record.settings))


def _make(settings: Settings) -> bytes:
    return "".join(_rule(verdict) for verdict in settings.verdicts.values()).encode()


def _rule(verdict: Verdict) -> str:
    """Write one class; an icon is an address of data, so that no page asks for a file per verdict."""
    drawn = quote(icon(verdict.icon), safe=" =:/")
    tone = verdict.tone.value
    return (
        f".fs-v-{verdict.id} {{\n"
        f"  --fs-tone: var(--fs-{tone});\n"
        f"  --fs-tint: var(--fs-{tone}-tint);\n"
        f'  --fs-icon: url("data:image/svg+xml,{drawn}");\n'
        "}\n"
    )
