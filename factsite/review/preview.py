"""Where a preview of the newer version shows what the report speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from factsite.corpus.names import is_id
from factsite.site.urls import relative


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a preview by its address, which ends in a slash; without one there are none."""

    address: str | None

    def page(self, folder: str, name: str, there: object) -> str | None:
        """Give the page of a claim or source, if it is still there."""
        return f"{self.address}{folder}/{name}/" if self.address and there and is_id(name) else None

    def page_of(self, path: str) -> str | None:
        """Give the page that a hand-written file becomes."""
        address = relative(path.removeprefix("docs/"))
        plain = all(is_id(part) for part in address.split("/")[:-1])
        return f"{self.address}{address}" if self.address and plain else None


def preview_of(address: str | None, *, clean: bool) -> Preview:
    """Give the preview at an address; there is none where errors stop the build."""
    return Preview(address if clean else None)
