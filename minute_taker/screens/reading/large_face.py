"""Letters drawn of quarter blocks, three to four times the size of the terminal's own.

A letter is seven dots high over the line it stands on, and one dot hangs below it; two more
above are for the accents of capitals. Four dots, two by two, make one character of the
terminal, so that a row of large letters takes :data:`ROWS` rows of it.
"""

from __future__ import annotations

import unicodedata
from functools import cache

#: The rows of the terminal that a row of large letters takes.
ROWS = 5
_ABOVE = 2
_HEIGHT = 2 * ROWS
#: Four dots as a character: upper left, upper right, lower left, lower right count 1, 2, 4, 8.
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_SPACE = 3

#: Each band has some characters side by side, and under them their dots.
_FACE = """
A     B     C     D     E     F     G     H     I     J     K     L     M     N
.###. ####. .###. ####. ##### ##### .###. #...# ### ..### #...# #.... #...# #...#
#...# #...# #...# #...# #.... #.... #...# #...# .#. ...#. #..#. #.... ##.## ##..#
#...# #...# #.... #...# #.... #.... #.... #...# .#. ...#. #.#.. #.... #.#.# ##..#
##### ####. #.... #...# ####. ####. #.### ##### .#. ...#. ##... #.... #.#.# #.#.#
#...# #...# #.... #...# #.... #.... #...# #...# .#. ...#. #.#.. #.... #...# #..##
#...# #...# #...# #...# #.... #.... #...# #...# .#. #..#. #..#. #.... #...# #..##
#...# ####. .###. ####. ##### #.... .###. #...# ### .##.. #...# ##### #...# #...#
..... ..... ..... ..... ..... ..... ..... ..... ... ..... ..... ..... ..... .....

O     P     Q     R     S     T     U     V     W     X     Y     Z
.###. ####. .###. ####. .###. ##### #...# #...# #...# #...# #...# #####
#...# #...# #...# #...# #...# ..#.. #...# #...# #...# #...# #...# ....#
#...# #...# #...# #...# #.... ..#.. #...# #...# #...# .#.#. .#.#. ...#.
#...# ####. #...# ####. .###. ..#.. #...# .#.#. #.#.# ..#.. ..#.. ..#..
#...# #.... #.#.# #.#.. ....# ..#.. #...# .#.#. #.#.# .#.#. ..#.. .#...
#...# #.... #..#. #..#. #...# ..#.. #...# .#.#. ##.## #...# ..#.. #....
.###. #.... .##.# #...# .###. ..#.. .###. ..#.. #...# #...# ..#.. #####
..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... .....

a     b     c     d     e     f    g     h     i   j    k     l   m       n
..... #.... ..... ....# ..... ..## ..... #.... #   ..#  #.... #.  ....... .....
..... #.... ..... ....# ..... .#.. ..... #.... .   ...  #.... #.  ....... .....
.###. #.##. .###. .##.# .###. .#.. .##.# #.##. #   ..#  #..#. #.  ##.##.. #.##.
....# ##..# #...# #..## #...# ###. #..## ##..# #   ..#  #.#.. #.  #..#..# ##..#
.#### #...# #.... #...# ##### .#.. #...# #...# #   ..#  ##... #.  #..#..# #...#
#...# #...# #...# #...# #.... .#.. .#### #...# #   ..#  #.#.. #.  #..#..# #...#
.#### ####. .###. .#### .#### .#.. ....# #...# #   ..#  #..#. .#  #..#..# #...#
..... ..... ..... ..... ..... .... .###. ..... .   ##.  ..... ..  ....... .....

o     p     q     r    s     t    u     v     w     x     y     z
..... ..... ..... .... ..... .... ..... ..... ..... ..... ..... .....
..... ..... ..... .... ..... .#.. ..... ..... ..... ..... ..... .....
.###. #.##. .##.# #.## .#### ###. #...# #...# #...# #...# #...# #####
#...# ##..# #..## ##.. #.... .#.. #...# #...# #...# .#.#. #...# ...#.
#...# #...# #...# #... .###. .#.. #...# .#.#. #.#.# ..#.. #...# ..#..
#...# ####. .#### #... ....# .#.. #..## .#.#. #.#.# .#.#. .#### .#...
.###. #.... ....# #... ####. ..## .##.# ..#.. .#.#. #...# ....# #####
..... #.... ....# .... ..... .... ..... ..... ..... ..... .###. .....

0    1     2     3     4     5     6     7     8     9     £     $     €     %
.##. ..#.. .###. .###. ...#. ##### .###. ##### .###. .###. ..##. ..#.. ..##. ##..#
#..# .##.. #...# #...# ..##. #.... #...# ....# #...# #...# .#..# .#### .#..# ##..#
#..# ..#.. ....# ....# .#.#. ####. #.... ...#. #...# #...# .#... #.#.. ###.. ...#.
#..# ..#.. ...#. ..##. #..#. ....# ####. ..#.. .###. .#### ###.. .###. .#... ..#..
#..# ..#.. ..#.. ....# ##### ....# #...# ..#.. #...# ....# .#... ..#.# ###.. .#...
#..# ..#.. .#... #...# ...#. #...# #...# ..#.. #...# #...# .#... ####. .#..# #..##
.##. .###. ##### .###. ...#. .###. .###. ..#.. .###. .###. ##### ..#.. ..##. #..##
.... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... .....

. ,  : ;  ! ?     ' " ( ) [ ] - – — / & + = * @ #
. .. . .. # .###. # #.# .# #. ## ## ... ..... ....... ....# .##.. ..... ..... ..... .###. .#.#.
. .. . .. # #...# # #.# #. .# #. .# ... ..... ....... ....# #..#. ..#.. ..... #.#.# #...# .#.#.
. .. # .# # ....# . ... #. .# #. .# ... ..... ....... ...#. #.#.. ..#.. ##### .###. #.### #####
. .. . .. # ...#. . ... #. .# #. .# ### ##### ####### ..#.. .#... ##### ..... ##### #.#.# .#.#.
. .. . .. . ..#.. . ... #. .# #. .# ... ..... ....... .#... #.#.# ..#.. ##### .###. #.### #####
. .# # .# # ..... . ... #. .# #. .# ... ..... ....... #.... #..#. ..#.. ..... #.#.# #.... .#.#.
# .# . .# # ..#.. . ... .# #. ## ## ... ..... ....... #.... .##.# ..... ..... ..... .###. .#.#.
. #. . #. . ..... . ... .. .. .. .. ... ..... ....... ..... ..... ..... ..... ..... ..... .....

‘  ’  “     ”     • … ½ ¼ ¾ ² ³ ° § _ æ ø ß ı
.# .# .#.#. .#.#. ... ..... #...# #...# ##..# ##. ##. ### .### ..... ....... ..... .##.. .
#. .# #.#.. .#.#. ... ..... #..#. #..#. .##.# ..# ..# #.# #... ..... ....... ....# #..#. .
#. #. #.#.. #.#.. ### ..... #.#.. #.#.. ##.#. .#. .#. ### .##. ..... .##.##. .###. #..#. #
.. .. ..... ..... ### ..... ..#.. ..#.. .##.. #.. ..# ... #..# ..... ...#..# #..## #.#.. #
.. .. ..... ..... ### ..... .#.## .#.#. ##.#. ### ##. ... .##. ..... .###### #.#.# #..#. #
.. .. ..... ..... ... ..... #...# #.### .#.## ... ... ... ...# ..... #..#... ##..# #..#. #
.. .. ..... ..... ... #.#.# #..## #...# #..## ... ... ... ###. ##### .##.##. .###. #.#.. #
.. .. ..... ..... ... ..... ..... ..... ..... ... ... ... .... ..... ....... #.... ..... .
"""
#: The accents by their Unicode numbers: two rows of dots, over the letter's middle.
_ACCENTS = {
    0x300: ("#..", ".#."),
    0x301: ("..#", ".#."),
    0x302: (".#.", "#.#"),
    0x303: (".#.#", "#.#."),
    0x308: ("#.#", "..."),
    0x30A: ("###", "#.#"),
    0x30C: ("#.#", ".#."),
    0x304: ("###", "..."),
}
#: And the one that hangs below.
_CEDILLA = 0x327
_ALIKE = {"\u2011": "-", "\u2010": "-", "\u2212": "–", "\u00a0": " ", "·": "•"}
Glyph = tuple[str, ...]


@cache
def _face() -> dict[str, Glyph]:
    face: dict[str, Glyph] = {" ": ("." * _SPACE,) * _HEIGHT}
    for band in _FACE.strip().split("\n\n"):
        names, *rows = (row.split() for row in band.split("\n"))
        for name, *dots in zip(names, *rows, strict=True):
            face[name] = ("." * len(dots[0]),) * _ABOVE + tuple(dots)
    return face


@cache
def _glyph(letter: str) -> Glyph | None:
    """The dots of a letter, its accent put over it; None where the face has none for it."""
    letter = _ALIKE.get(letter, letter)
    found = _face().get(letter)
    if found is not None:
        return found
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    below = _face().get("ı" if base == "i" else base)
    if below is None or len(marks) != 1:
        return None
    if ord(marks) == _CEDILLA:
        return (*below[:-1], ".#.".center(len(below[0]), "."))
    if ord(marks) not in _ACCENTS:
        return None
    accent = _ACCENTS[ord(marks)]
    width = max(len(below[0]), len(accent[0]))
    rows = [row.center(width, ".") for row in below]
    top = 0 if base.isupper() or "#" in "".join(rows[2:4]) else 1
    for n, row in enumerate(accent):
        rows[top + n] = row.center(width, ".")
    return tuple(rows)


def can_draw(text: str) -> bool:
    """Whether the face has every character of a text."""
    return all(_glyph(letter) is not None for letter in unicodedata.normalize("NFC", text))


def columns(text: str) -> int:
    """How many columns of the terminal a text takes in large letters."""
    return -(-sum(_width(letter) for letter in unicodedata.normalize("NFC", text)) // 2)


def wrapped(text: str, width: int) -> list[str]:
    """A text in rows that fit in ``width`` columns when they are drawn; a long word is parted."""
    rows: list[str] = []
    row = ""
    for word in text.split():
        if row and columns(f"{row} {word}") <= width:
            row = f"{row} {word}"
            continue
        rows += [row] if row else []
        row = word
        while columns(row) > width:
            fits = next(
                n for n in range(len(row) - 1, 0, -1) if n == 1 or columns(row[:n]) <= width
            )
            rows.append(row[:fits])
            row = row[fits:]
    return [*rows, row] if row else rows


def _width(letter: str) -> int:
    glyph = _glyph(letter)
    return len(glyph[0]) + 1 if glyph is not None else 0


def drawn(text: str) -> list[str]:
    """A text as :data:`ROWS` rows of the terminal; what the face has not is left out."""
    glyphs = [_glyph(letter) for letter in unicodedata.normalize("NFC", text)]
    dots = ["".join(glyph[n] + "." for glyph in glyphs if glyph) for n in range(_HEIGHT)]
    return [_packed(*dots[n : n + 2]) for n in range(0, _HEIGHT, 2)]


def _packed(upper: str, lower: str) -> str:
    odd = "." * (len(upper) % 2)
    upper, lower = upper + odd, lower + odd
    return "".join(
        _QUARTERS[sum(
            (dot == "#") << place
            for place, dot in enumerate(upper[n : n + 2] + lower[n : n + 2])
        )]
        for n in range(0, len(upper), 2)
    )  # fmt: skip
