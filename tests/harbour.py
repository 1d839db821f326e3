"""A made-up record with pages of every kind, for tests that look at a built site: sixteen boats that left a quay.

The harbour's log tells when each left; the coast radio says the same, says otherwise, or says nothing; a Hindi paper
takes some of it from the log. So there are claims of every verdict, in two languages, with corrections and a
withdrawal, and editions in Hindi and Urdu beside the English one. All of it is invented.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

from factsite.commands import template
from factsite.commands.template import Answers

BOATS = "Anna Bella Clara Dora Emma Flora Greta Hanna Ida Jana Karla Lena Maria Nora Olga Paula".split()
HOURS = "six seven eight nine ten eleven".split()
HINDI_BOATS = {"Anna": "अन्ना", "Bella": "बेला", "Clara": "क्लारा", "Dora": "डोरा"}
TRANSLATED = 6
"""So many of the first claims are translated."""

_GLOSSARY = "# Glossary\n\n## The quay {#g-quay}\n\nWhere the boats lie; see [the first claim](claims/anna.md).\n"
_PROJECT = "# The project\n\nMade up for tests.\n"
_TOPICS = """\
    editions:
      hi:
        name: घाट, दस्तावेज़ों के साथ
        topics: {departures: रवानगी, weather: मौसम}
        origins: {harbour: बंदरगाह कार्यालय, radio: तट रेडियो}
      ur: {name: گھاٹ کا ریکارڈ}
    topics:
      departures: Departures
      weather: The weather
    origins:
      harbour: The harbour office
      radio: Coast Radio
    claimants:
      watchman: {name: A watchman, kind: person}
"""


def harbour(root: Path) -> Path:
    """Write the record into a new folder."""
    answers = Answers(name="The quay, on the record", url="https://quay.test/", topic="Departures", ci="none")
    template.begin(root, answers, date(2026, 11, 25))
    for path in (*(root / "claims").iterdir(), *(root / "seeds").glob("example*")):
        path.unlink()
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(settings[: settings.index("    # What claims are about")] + _TOPICS)
    (root / "docs/glossary.md").write_text(_GLOSSARY)
    (root / "docs/project").mkdir()
    (root / "docs/project/index.md").write_text(_PROJECT)
    _sources(root / "seeds")
    for number, boat in enumerate(BOATS):
        (root / f"claims/{boat.lower()}.yml").write_text(_claim(number, boat))
    return root


def _hour(number: int) -> str:
    return HOURS[number % len(HOURS)]


def _logged(number: int, boat: str) -> str:
    return f"The {boat} left the quay at {_hour(number)}, said the harbour master."


def _aired(number: int, boat: str) -> str:
    """Give what the radio says: the same, otherwise, nothing, or otherwise as the log does."""
    said = {0: f"put out at {_hour(number)}", 1: "lay in port until the evening", 3: "was seen far out all day"}
    return f"A watchman told us that the {boat} {said[number % 4]}." if number % 4 in said else ""


def _sources(seeds: Path) -> None:
    between = "Nobody was on the mole. The lamp burned, and a light wind blew from the west as on the day before."
    log = [f"{_logged(number, boat)} {between} Entry {number + 1} of the day." for number, boat in enumerate(BOATS)]
    heard = "There was music, and then the news of the coast was read once more by the same voice as before."
    radio = [f"{said} {heard}" for number, boat in enumerate(BOATS) if (said := _aired(number, boat))]
    meanwhile = "हवा पश्चिम से चल रही थी और घाट पर कोई नहीं था। दिन साफ़ था।"
    paper = [f"{name} घाट से सुबह निकली, बंदरगाह के मुखिया ने कहा। {meanwhile}" for name in HINDI_BOATS.values()]
    _source(seeds, "log", "Harbour log", "Log of the harbour, 2 May 2024", log, "origin: harbour\nrelation: original\n")
    _source(seeds, "radio", "Coast Radio", "The coast today", radio, "origin: radio\nrelation: original\n")
    derived = "origin: harbour\nrelation: translation\nderived_from: log\n"
    _source(seeds, "paper", "Hindi paper", "घाट की ख़बर", paper, derived, language="hi")


def _source(
    seeds: Path, name: str, short: str, title: str, paragraphs: list[str], more: str, *, language: str = "en"
) -> None:
    text = "\n\n".join([title, *paragraphs]) + "\n"
    (seeds / f"{name}.txt").write_text(text)
    (seeds / f"{name}.yml").write_text(
        f"file: {name}.txt\nsha256: {sha256(text.encode()).hexdigest()}\nname: {short}\ntitle: {title}\n"
        f"language: {language}\npublished: 2024-05-02\n{more}"
    )


_VERDICTS = (
    "verdict: corroborated\ncertainty: high\n",
    "verdict: disputed\ncertainty: low\nbecause: [single-origin, sources-disagree]\n",
    "verdict: supported\ncertainty: low\nbecause: [single-origin]\n",
    "verdict: refuted\ncertainty: moderate\nbecause: [interested-source]\n",
)
"""What the editors conclude, by what the radio says of a boat."""


def _claim(number: int, boat: str) -> str:
    kind = number % 4
    claimed = f"The {boat} left the quay at {_hour(number)}." if kind != 3 else f"The {boat} never left the quay."
    evidence = [_evidence("log", "contradicts" if kind == 3 else "supports", _logged(number, boat))]
    if aired := _aired(number, boat):
        evidence.append(_evidence("radio", "supports" if kind == 0 else "contradicts", aired))
    if boat in HINDI_BOATS:
        quote = f"{HINDI_BOATS[boat]} घाट से सुबह निकली"
        stance = "contradicts" if kind == 3 else "supports"
        evidence.append(_evidence("paper", stance, quote, f"The {boat} left the quay in the morning"))
    return "".join(
        [
            f"claim: {claimed}\nclaimant: {'A watchman' if kind == 3 else 'The harbour master'}\n",
            f"claimed: 2024-05-02\nabout: 2024-05\ntopics: [{'weather' if number % 5 == 4 else 'departures'}]\n",
            _VERDICTS[kind],
            f"reviewed: 2026-11-{20 + number % 5}\nsummary: Log and radio were read on the {boat}.\nevidence:\n",
            *evidence,
            f"reasoning: |\n  [The log](source:log) has the *hour* of the {boat}; see [the first boat](claim:anna).\n",
            "related: [bella]\n" if boat == "Anna" else "related: [anna]\n",
            _history(boat),
            _translation(boat) if number < TRANSLATED else "",
        ]
    )


def _evidence(source: str, stance: str, quote: str, translation: str = "") -> str:
    lines = [
        f"  - source: {source}\n    stance: {stance}\n",
        f"    according_to: {'A watchman' if source == 'radio' else 'The harbour master'}\n",
        f"    says: {translation or quote.partition(',')[0]}\n    quote: |-\n      {quote}\n",
        f"    translation: {translation}\n    translated_by: human\n" if translation else "",
    ]
    return "".join(lines)


def _history(boat: str) -> str:
    """Give one claim corrections and another a withdrawal."""
    if boat == "Bella":
        return (
            "corrections:\n  - on: 2026-11-10\n    what: The hour was wrong.\n    verdict_was: unproven\n"
            "  - on: 2026-11-08\n    what: A name was misspelt.\n    typographical: true\n"
        )
    return "withdrawn:\n  on: 2026-11-25\n  why: Two boats have this name.\n" if boat == "Paula" else ""


def _translation(boat: str) -> str:
    name = HINDI_BOATS.get(boat, "वह नाव")
    return f"translations:\n  hi:\n    claim: {name} घाट से निकली।\n    summary: {name} के बारे में दो दस्तावेज़ पढ़े गए।\n"
