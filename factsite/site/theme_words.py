"""The words of the theme's own parts, which the builder prints: header, footer, navigation, the missing page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factsite.site.words import Words


def theme_words(words: Words) -> dict[str, str]:
    """Give what the templates of the theme say, by the names that they use."""
    say = words.say
    return {
        "preview": say("Preview of {what}, not the published site.", what="{what}"),
        "about": say("About"),
        "methodology": say("Methodology"),
        "corrections": say("Corrections"),
        "report": say("Report an error"),
        "data": say("Data and feeds"),
        "claims": say("Claims"),
        "site": say("Site"),
        "find_claims": say("Find claims"),
        "find": say("Find"),
        "languages": say("Languages"),
        "missing": say("No such page"),
        "missing_why": say(
            "A published claim keeps its address, even when it is withdrawn; so the link was probably mistyped or cut "
            "short."
        ),
        "missing_find": say("Find a claim"),
        "missing_all": say("All claims"),
        "missing_home": say("The home page"),
        "light": say("Switch to light colours"),
        "dark": say("Switch to dark colours"),
    }


def titles(words: Words) -> Mapping[str, str]:
    """Give the titles of the usual navigation, by their English."""
    return dict(_titles(words))


def _titles(words: Words) -> Iterator[tuple[str, str]]:
    say = words.say
    yield "Home", say("Home")
    yield "Claims", say("Claims")
    yield "Explore", say("Explore")
    yield "Compare", say("Compare")
    yield "Timeline", say("Timeline")
    yield "Sources", say("Sources")
    yield "Lineage", say("Lineage")
    yield "About", say("About")
    yield "About this site", say("About this site")
    yield "Methodology", say("Methodology")
    yield "Verdict scale", say("Verdict scale")
    yield "Sources and limits", say("Sources and limits")
    yield "Glossary", say("Glossary")
    yield "Topics", say("Topics")
    yield "Corrections", say("Corrections")
    yield "Corrections policy", say("Corrections policy")
    yield "Coverage", say("Coverage")
    yield "Use the data", say("Use the data")
    yield "How it is made", say("How it is made")
