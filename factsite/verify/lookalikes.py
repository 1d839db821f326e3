"""Which characters look alike or are written for each other, beyond those that Unicode itself calls compatible."""

from __future__ import annotations

from collections.abc import Iterator

SIGNS = {
    **dict.fromkeys("“”„‟«»″＂〝〞", '"'),
    **dict.fromkeys("‘’‚‛‹›′´`＇ʼʹʻʽ", "'"),
    **dict.fromkeys("−⁃", "-"),
    **dict.fromkeys("ىي", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("هەھةۃ", "ہ"),
    "ٱ": "ا",
    "ੰ": "ਂ",  # the tippi and the bindi are one sound; the letter before it tells which is written
    "\u0345": "ι",  # as its case is folded
    **dict(zip("ൺൻർൽൾൿ", ("ണ്", "ന്", "ര്", "ല്", "ള്", "ക്"), strict=True)),
}
"""What is written for a character wherever it stands; of Arabic letters, the form of Urdu."""

LATIN = {
    **dict(zip("АВЕЅІЈКМНОРСТУХЬаеѕіјорсухԁһԛԝь", "ABESIJKMHOPCTYXbaesijopcyxdhqwb", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ", "ABEZHIKMNOPTYXaikvoptux", strict=True)),
    **dict(zip("ɑɡı", "agi", strict=True)),
}
"""Letters that look like those of Latin, which they stand for only in a word that has Latin letters as well."""

_ROWS = ((0x19, 0x15), (0x1E, 0x1A), (0x23, 0x1F), (0x28, 0x24), (0x2E, 0x2A))
"""Each nasal of a script of India, and the first of the four stops spoken in the same place, within their block."""
_BLOCKS = (0x900, 0x980, 0xA00, 0xA80, 0xB00, 0xC00, 0xC80, 0xD00)


def nasals() -> Iterator[str]:
    """Give a pattern for each way to write a nasal: a chandrabindu, or before a stop the consonant with a virama."""
    for block in _BLOCKS:
        yield chr(block + 1)
        for nasal, stop in _ROWS:
            first, last = chr(block + stop), chr(block + stop + 3)
            yield f"{chr(block + nasal)}{chr(block + 0x4D)}(?=[{first}-{last}])"
