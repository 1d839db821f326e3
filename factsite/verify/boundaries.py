"""Where a quote may begin or end: at white space, give or take the marks that stand around words.

What is not known to part words parts none, so that half of a number, a range or a compound never passes for the
whole: `400 users` is no quote of `1,400 users`, nor `50%` one of `50%-60%`.
"""

from __future__ import annotations

import re

import regex

from factsite.corpus.characters import UNSEEN
from factsite.languages.language import languages
from factsite.verify.unspaced import is_unspaced, word_starts

_LETTER = r"[\p{L}\p{M}]"
_OPEN = "\"'“”‘’‛«‹»›„‚`´([{¡¿「『（【《〈*†‡".replace("[", r"\[")
_CLOSE = ".,;:!?।॥،؛؟۔\"'”’“‘»›«‹`´)]}。，、；：？！」』）】》〉|".replace("]", r"\]")
_STOP = "[,;:!?।॥،؛؟۔]"
_WIDE = "[，。！？；：、]"
_NOTE = "[¹²³⁰⁴-⁹]"
_BLOCK_TAG = (
    r"(?:address|article|aside|blockquote|br|center|d[dlt]|div|fig(?:ure|caption)|footer|form|h[1-6r]|header|li|main|nav"
    r"|[ou]l|p|pre|section|summary|table|t(?:body|[dhr]|foot|head))"
)
_TAG = r"(?!su[bp]\b)\w+"
_OUTSIDE = r"(?:\A|[\s>])"
"""What stands before a tag that is not inside a word."""
_SUSPENDED = f"(?:{'|'.join(sorted({word for language in languages().values() for word in language.suspended}))})"
"""What follows a hyphen that stands for a word to come, as in `short- and long-term`, in all languages."""
_PICTURE = r"(?:(?![\x00-\x7f©®™‼⁉ℹ〰〽\u2190-\u21ff])\p{Extended_Pictographic}|[\p{RI}\p{EMod}\u20e3])"
"""What is drawn as a picture; it is no part of a word, as signs such as ™ are."""
_GAP = rf"(?:[\s—…]|\Z|{_PICTURE})"
_PARTED = regex.compile(
    rf"(?<=(?:\A|[\s—…])[{_OPEN}]+)(?![\s\p{{M}}])|(?=[{_CLOSE}]+(?:[*†‡]{{1,3}})?{_GAP})"  # “word”.
    rf"|(?<=\S)(?=[—…](?:{_LETTER}|[{_OPEN}\s]|\Z))|(?<=[—…])(?={_LETTER}|[{_OPEN}])"  # word—word
    rf"|(?<=[\p{{L}}\p{{M}}{_CLOSE}])(?=—\d)|(?<=[\p{{L}}\p{{M}}{_CLOSE}]—)(?=\d)"  # word—1,400, but not 30—40
    rf"|(?<={_LETTER})(?={_STOP}{_LETTER})|(?<={_LETTER}{_STOP})(?<!&\w{{1,9}};)(?={_LETTER})"  # word,word; no &shy;
    r"|(?<=\p{Ll})(?=\.\p{Lu}\p{Ll})|(?<=\p{Ll}\.)(?=\p{Lu}\p{Ll})"  # end.Beginning
    rf"|(?<=[\p{{L}}\p{{Nd}}%])(?={_WIDE}(?:{_LETTER}|[{_OPEN}]|\Z))|(?<={_WIDE})(?={_LETTER})"  # 5%，中
    rf"|(?<={_LETTER})(?=[,:][“‘]{_LETTER})|(?<={_LETTER}[,:][“‘]?)(?=[“‘]?{_LETTER})"  # said,“word
    rf"|(?<=[\p{{Ll}}\p{{Lo}}]\p{{M}}*)(?=[-–]{_GAP})(?!. {_SUSPENDED}\b)"  # word- word, but not BBB-
    rf"|(?<={_LETTER})(?=:[-–]+{_GAP})|(?<=\d)(?=/-[{_CLOSE}]*{_GAP})"  # word:- word, Rs 400/-
    rf"|(?<={_LETTER}{{4}}|[{_CLOSE}])(?<!\p{{Nd}} ?{_LETTER}+)(?={_NOTE}+{_GAP})"  # note¹, but not km²
    rf"|(?<=(?:\A|\s){_NOTE}+)(?={_LETTER})|(?<=[\w{_CLOSE}])(?=(?:\[\d+\])+[{_CLOSE}]*{_GAP})"  # ¹note, note[1]
    rf"|(?<={_LETTER}{{4}}|[.,”])(?=[*†‡]{{1,3}}[{_CLOSE}]*{_GAP})"  # note*, but not f***
    rf"|(?<=(?:{_OUTSIDE}<{_TAG}|<(?i:{_BLOCK_TAG})\b)[^<>]{{0,60}}>)(?={_LETTER}|[{_OPEN}])"  # <i>word, word<p>word
    rf"|(?<={_LETTER}|[{_CLOSE}])(?=</{_TAG}>(?!{_LETTER}))|(?<={_LETTER}|[{_CLOSE}])(?=</?(?i:{_BLOCK_TAG})\b)"
    rf"|(?<={_PICTURE})(?={_LETTER}|[\p{{Nd}}@#{_OPEN}]|\Z)|(?<={_LETTER}|[\p{{Nd}}%{_CLOSE}])(?={_PICTURE})"
    rf"|(?<={_PICTURE})(?=[{_CLOSE}])"
)
"""Where words are parted although no white space stands between."""
_SIGN = r"[-−–+±∓<>≤≥≦≧≪≫≲≳≈≃~∼=≠]=?|\p{Sc}"
_AFTER = (
    r"[%％٪‰‱°℃℉′″]|[×xX·⋅*] ?10(?:[\^⁰¹²³⁴-⁹⁻⁺]|<sup>|\*\*)|[\^±] ?\p{Nd}|[eE][-+]?\p{Nd}"
    r"|\p{Sc}(?! ?\p{Nd})|[×/⁄∕] ?\p{Nd}|[十百千万萬億亿兆]"
)
"""What belongs to a number behind it."""
_NUMBER = regex.compile(
    r"(?<!\p{Nd}|\d[.,])(?:"
    r"\p{Nd}{1,3}(?: \p{Nd}{3})+(?!\p{Nd})|\p{Nd}{1,2}(?: \p{Nd}{2})+ \p{Nd}{3}(?!\p{Nd})"  # 1 400, 1 40 000
    r"|\p{Nd}[\p{Nd},]* (?:[¼-¾⅐-⅞↉]|\p{Nd}{1,2}[/⁄∕]\p{Nd}{1,2}(?![\p{Nd}/]))"  # 2 ½, 2 1/2
    r"|\p{Nd}[\p{Nd}.,]*[%°]? ?[-–] ?\p{Sc}?\p{Nd}"  # 30 - 40, 30% – 40%
    r")"
)
"""Quantities with spaces in them: between thousands, in groups as they are written anywhere, before a fraction, in a
range."""

_BELONGS = regex.compile(
    rf"\p{{Nd}} ?(?:{_AFTER})"  # 5 %, 5 × 10^6
    rf"|(?<=(?:\A|[\s(\[\"'“‘]))(?:{_SIGN}) ?\p{{Sc}}? ?[.,]?\p{{Nd}}"  # - 5, ± 5, < 5, $ 5
)
"""A sign or a currency before a number, and a per cent sign, a currency or a power of ten behind one."""
_HAN_NUMBER = regex.compile(
    r"(?<=[〇零一二三四五六七八九十百千万萬億亿兆两兩\p{Nd}]|百分之|[负負第])(?=[〇零一二三四五六七八九十百千万萬億亿兆两兩半])"
)
"""A place inside a number in Chinese characters, or behind what makes it negative, a share or an ordinal."""

_UNSEEN = regex.compile(f"[{UNSEEN}]")
"""What has no shape of its own, although it may shape or order its neighbours."""
_CLUSTER = regex.compile(r"\X")

_PLAIN_SPACE = regex.compile(rf"(?<=[^{UNSEEN}\p{{N}}%°–-]) (?=[^{UNSEEN}\p{{M}}\p{{N}}\p{{Sc}}–-])")
_PLAIN_EDGE = re.compile(r"[A-Za-z0-9][.,;:!?)\]\"'](?=[ ,;:!?)\]\"']|\Z)|(?:(?<=[ (\[\"'])|\A)[\"'(\[](?=[A-Za-z])")
"""The edges of most quotes, told without a closer look."""

_LETTERS = frozenset(filter(str.isalpha, map(chr, range(0x980))))
"""Letters that a space parts and that stand together in a word, from Latin to Devanagari."""

_CONTEXT = 64
"""How many characters around a place are looked at to tell whether it is a boundary; no grapheme cluster of a real
text is longer, and one that is longer counts as unbroken. Where most of them cannot be seen, nothing is a boundary but
a space beside a letter."""

_LONGEST = 200
"""How many characters of a word are looked at to find where it ends."""


def is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a quote may take in just the characters from `start` to `end`, of which there are some."""
    first, last = text[start], text[end - 1]
    # As in most quotes; before the first character Python finds the last one, which is no space in a comparable text.
    if first in _LETTERS and last in _LETTERS and text[start - 1] == " " and text.startswith(" ", end):
        return True
    return first != " " != last and is_boundary(text, start) and is_boundary(text, end)


def is_boundary(text: str, at: int) -> bool:
    """Tell whether a quote may begin or end at an index of a comparable text; never inside a grapheme cluster."""
    if not 0 < at < len(text):
        return True
    before, behind = text[at - 1], text[at]
    if behind == " " or before == " ":
        space, word = (at, before) if behind == " " else (at - 1, behind)
        if word in _LETTERS or _PLAIN_SPACE.match(text, space) is not None:
            return True
    elif before in _LETTERS and behind in _LETTERS:
        return False
    return _PLAIN_EDGE.match(text, at - 1) is not None or _parts_words(text, at)


def _parts_words(text: str, at: int) -> bool:
    left, right = text[max(0, at - _CONTEXT) : at], text[at : at + _CONTEXT]
    window, place = left + right, len(left)
    if not any(cluster.start() == place for cluster in _CLUSTER.finditer(window)):
        return False
    if not window.isascii() and _UNSEEN.search(window) is not None:
        left, right = _UNSEEN.sub("", left), _UNSEEN.sub("", right)
        little = _CONTEXT // 2
        known = (len(left) >= little or at <= _CONTEXT) and (len(right) >= little or at + _CONTEXT >= len(text))
        return known and is_boundary(left + right, len(left))
    quantities = (found for kind in (_NUMBER, _BELONGS) for found in kind.finditer(window))
    if any(quantity.start() < place < quantity.end() for quantity in quantities):
        return False
    if " " in (window[place - 1], window[place]) or _PARTED.match(window, place) is not None:
        return True
    if _HAN_NUMBER.match(window, place) is not None:
        return False
    return is_unspaced(window[place - 1], window[place]) and place in word_starts(window)


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range of a text until it cuts no word, or until the word is longer than any."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > first and not is_boundary(text, start):
        start -= 1
    while end < last and not is_boundary(text, end):
        end += 1
    return start, end
