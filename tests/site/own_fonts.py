"""Fonts such as an owner adds to a record, made for tests, for no font of another script need be installed."""

from __future__ import annotations

import struct
from importlib.resources import files

from factsite.verify.record import OwnFont


def own_font(letters: str, name: str = "Own-Regular.ttf") -> OwnFont:
    """Make a font in which some letters look like the first ones of Noto Sans; it has no others."""
    data = (files("factsite.site") / "fonts" / "NotoSans-Regular.ttf").read_bytes()
    codes = sorted(map(ord, letters))
    groups = b"".join(struct.pack(">III", code, code, 40 + number) for number, code in enumerate(codes))
    table = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(codes))
    at = data.index(b"cmap")
    entry = struct.pack(">III", 0, len(data), len(table + groups))
    return OwnFont(name, data[: at + 4] + entry + data[at + 16 :] + table + groups)
