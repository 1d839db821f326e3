"""Where every generated page stands, and links between them that both builders follow."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from factsite.corpus.model import Passage
from factsite.corpus.text import Span
from factsite.site.dialect import front_matter, markup
from factsite.site.edition import Edition
from factsite.site.urls import relative
from factsite.site.words import Words
from factsite.verify.record import ArchivedSource

HOME = "index.md"
CLAIMS = "claims/index.md"
SOURCES = "sources/index.md"
COMPARE = "compare/index.md"
EXPLORE = "explore/index.md"
TIMELINE = "timeline/index.md"
TOPICS = "topics/index.md"
LINEAGE = "lineage.md"
SCALE = "scale.md"
CORRECTIONS = "corrections.md"
COVERAGE = "coverage/index.md"
METHODOLOGY = "methodology.md"
LIMITS = "limits.md"
CORRECTIONS_POLICY = "corrections-policy.md"
DATA_GUIDE = "data-guide.md"
PROJECT = "project/index.md"
HAND_WRITTEN = (METHODOLOGY, LIMITS, CORRECTIONS_POLICY, PROJECT)
"""Pages that people write, and to which generated ones lead where they exist."""
REPORT_ANCHOR = "c-report"
"""The part of the corrections policy that says how to report an error, if it has such a part."""

GENERATED = (
    *("claims/", "sources/", "data/", "compare/", "topics/", "timeline/", "explore/", "corrections/", "coverage/"),
    *("feeds/", "assets/cards/", "assets/search/", "assets/verdicts.css", "index.md", "lineage.md", "lineage/"),
    *("scale.md", "corrections.md", "data-guide.md"),
)
"""All that a build writes below docs/: files, and folders of them with a slash; git has no need to know them."""

FOLDERS = frozenset(path.removesuffix("/") for path in GENERATED if path.endswith("/"))
"""The folders of generated pages, in which nobody else's stand."""

WINDOW = 8000
"""So many code points of a source are shown on one page."""


def claim(name: str) -> str:
    """Give the page of a claim."""
    return f"claims/{name}.md"


def claim_data(name: str) -> str:
    """Give the data file of a claim."""
    return f"data/v1/claims/{name}.json"


def claim_image(name: str) -> str:
    """Give the picture that other sites show for a claim."""
    return f"assets/cards/{name}.png"


def source(name: str) -> str:
    """Give the first page of a source, which describes it."""
    return f"sources/{name}.md"


def coverage(name: str) -> str:
    """Give the first page of a source's coverage."""
    return f"coverage/{name}.md"


def topic(name: str) -> str:
    """Give the first page of a topic."""
    return f"topics/{name}.md"


def pair(left: str, right: str) -> str:
    """Give the page that sets two sources side by side."""
    return f"lineage/{left}--{right}.md"


def further(first: str, page: int) -> str:
    """Give a page of a list that begins at `first`: `claims/index.md` goes on at `claims/page/2.md`."""
    if page == 1:
        return first
    return f"{first.removesuffix('.md').removesuffix('/index')}/page/{page}.md"


def windows(archived: ArchivedSource) -> int:
    """Count the pages on which a long source is shown."""
    return 1 + (archived.span.end - archived.span.start - 1) // WINDOW


def window(archived: ArchivedSource, part: Span) -> int:
    """Tell on which of them a part of it stands."""
    return 1 + (part.start - archived.span.start) // WINDOW


def citation_page(archived: ArchivedSource, passage: Passage) -> int:
    """Tell on which page of its source a citation stands, by its first passage."""
    return window(archived, passage.span)


def citation_anchor(passage: Passage) -> str:
    """Name a citation on its source's page by where it begins in the seed."""
    return f"q-{passage.start}"


def written_in(page: str, edition: Edition) -> str:
    """Give the page that people write for an edition: `about.md` is `about.hi.md` in Hindi."""
    return page if edition.is_own else f"{page.removesuffix('.md')}.{edition.language}.md"


def verdict_anchor(name: str) -> Markup:
    """Name a verdict on the page of the scale."""
    return markup(f"verdict-{name}")


@dataclass(frozen=True)
class Here:
    """The page that links are written on, by its place in its edition."""

    page: str
    edition: Edition

    @property
    def path(self) -> str:
        """Give the page's file below docs/."""
        return self.edition.folder + self.page

    @property
    def words(self) -> Words:
        """Give the words of the page's language."""
        return self.edition.words

    def to(self, target: str, anchor: str = "", query: str = "") -> Markup:
        """Give the target of a Markdown link to another page of the edition; ids are plain, so nothing is encoded."""
        return self.beyond(self.edition.folder + target, anchor, query)

    def beyond(self, target: str, anchor: str = "", query: str = "") -> Markup:
        """Give the target of a link to a page or a file that is in no edition, or in another one, by its path."""
        up = "../" * self.path.count("/")
        return markup(up + target + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else ""))

    def front(self, made_from: str, *, wide: bool = False, within: bool = False, **values: str) -> Markup:
        """Write the page's front matter: values for the theme, and its place in each edition, which is `/` for home."""
        edition = self.edition
        language = {} if edition.is_own else {"lang": edition.language}
        place = {"place": relative(self.page) or "/"} if edition.settings.editions else {}
        return front_matter(made_from, wide=wide, within=within, **language, **place, **values)
