"""All the rules over a meeting, and what is remembered of the lines that did not change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from minute_taker.minutes.checking.findings import Finding
from minute_taker.minutes.exempt import exempt_items
from minute_taker.minutes.model import Item, Kind, Left, Line, Meeting
from minute_taker.proofing.lexicon import Lexicon
from minute_taker.proofing.passages import Passage
from minute_taker.proofing.rules.acronyms import acronyms, uses_of
from minute_taker.proofing.rules.bodies import bodies, body_names
from minute_taker.proofing.rules.capitals import capitals, hyphens, our_capitals, pairs_in
from minute_taker.proofing.rules.house_words import house_words
from minute_taker.proofing.rules.punctuation import commas_before_etc, punctuation, quotation_marks
from minute_taker.proofing.rules.real_words import wrong_words
from minute_taker.proofing.rules.reported_speech import reported_speech
from minute_taker.proofing.rules.resolutions import resolution_verbs
from minute_taker.proofing.rules.spelling import misspelt, unknown_words
from minute_taker.proofing.rules.usage import usage
from minute_taker.proofing.slips import Slip, as_finding
from minute_taker.proofing.word_list import word_list

#: What the agenda or a table says is copied, and proofed for its spelling alone.
_COPIED = (Kind.AGENDA, Kind.ROW)
#: So many lines are gone over between two calls that let another thread get on.
_PORTION = 50

_Any = TypeVar("_Any")


class _Read:
    """What the rules for a line alone found in one, or in a title (``line`` None)."""

    def __init__(
        self,
        item: Item,
        line: Line | None,
        lexicon: Lexicon,
        known: Mapping[str, int],
        *,
        exempt: bool,
    ) -> None:
        self.line = line
        self.passage = Passage(item, line, exempt=exempt)
        self.slips = _slips_of(self.passage, lexicon)
        self.unknown = unknown_words(self.passage, known)
        self.uses = uses_of(self.passage, known)
        self.bodies = body_names(self.passage)
        self.pairs = pairs_in(self.passage)
        self._known = known
        self._misspelt: tuple[object, list[Slip]] = (None, [])

    @property
    def key(self) -> tuple[int, int | None]:
        """What a line, or the title of an item, is known by."""
        return self.passage.item_id, self.passage.line_id

    @property
    def counted(self) -> Counter[str]:
        """How often each word stands here; in a title, which everyone quotes, they do not count."""
        return Counter() if self.line is None else self.passage.counted

    def misspelt(
        self, lexicon: Lexicon, counts: Mapping[str, int], pause: Callable[[], object]
    ) -> list[Slip]:
        """The words that are slips; looked at again when the names or their counts change."""
        if not self.unknown:
            return []
        said = (lexicon, tuple(counts.get(each.bare, 0) for each in self.unknown))
        if self._misspelt[0] != said:
            found = list(misspelt(self.passage, self.unknown, lexicon, counts, self._known))
            self._misspelt = (said, found)
            pause()
        return self._misspelt[1]


def _slips_of(passage: Passage, lexicon: Lexicon) -> list[Slip]:
    if passage.kind in _COPIED:
        return []
    if passage.line_id is None:
        return [
            *wrong_words(passage),
            *punctuation(passage, lexicon),
            *house_words(passage, lexicon),
        ]
    return [
        *wrong_words(passage),
        *reported_speech(passage),
        *resolution_verbs(passage),
        *punctuation(passage, lexicon),
        *usage(passage, lexicon),
        *house_words(passage, lexicon),
    ]


class Proofreader:
    """Reads meetings for slips; one that is read again costs what changed in it.

    May be used from any one thread at a time. The word list is read at the first meeting.
    ``pause`` is called after every few thousandths of a second of work, so that another thread
    can get on; what it raises ends the reading, and the next one takes it up.
    """

    def __init__(self, pause: Callable[[], object] = lambda: None) -> None:
        self._lines: dict[tuple[int, int | None], _Read] = {}
        self._public: Counter[str] = Counter()
        self._exempt: Counter[str] = Counter()
        self._lexicon = Lexicon()
        self._pause = pause

    def findings(self, meeting: Meeting, lexicon: Lexicon) -> tuple[Finding, ...]:
        """Return every slip of a meeting, in the order of the record and of each line.

        Those that the clerk leaves as they are (``meeting.left``) are left out.
        """
        lexicon = self._known_again(lexicon)
        reads = self._reads(meeting, lexicon)
        public, exempt = self._public, self._public
        if self._exempt:
            exempt = self._public + self._exempt
        found: list[tuple[Passage, Slip]] = []
        for read in reads:
            counts = exempt if read.passage.exempt else public
            slips = read.misspelt(lexicon, counts, self._pause)
            found += [(read.passage, slip) for slip in (*slips, *read.slips)]
        found += self._of_the_meeting(meeting, reads, lexicon)
        return _in_order(meeting, found, reads)

    def _known_again(self, lexicon: Lexicon) -> Lexicon:
        """Return the lexicon: the same object as before where it says the same.

        All lines are forgotten where what the rules for a line alone ask of it has changed.
        """
        before = self._lexicon
        if lexicon == before:
            # What is asked of every line is then whether one object is itself.
            return before
        if (lexicon.house, lexicon.chair) != (before.house, before.chair):
            self._lines, self._public, self._exempt = {}, Counter(), Counter()
        self._lexicon = lexicon
        return lexicon

    def _reads(self, meeting: Meeting, lexicon: Lexicon) -> list[_Read]:
        """Return what the rules read in each title and line, counting the words in them."""
        known = word_list()
        exempt = exempt_items(meeting)
        before, reads = self._lines, []
        for item in meeting.items:
            reads.append(self._read(item, None, lexicon, known, exempt=False))
            for line in item.lines:
                hidden = item.id in exempt or line.doubtful
                reads.append(self._read(item, line, lexicon, known, exempt=hidden))
        self._lines = {read.key: read for read in reads}
        for gone in before.items() - self._lines.items():
            self._counts(gone[1]).subtract(gone[1].counted)
        for _, new in self._lines.items() - before.items():
            self._counts(new).update(new.counted)
        return reads

    def _counts(self, read: _Read) -> Counter[str]:
        return self._exempt if read.passage.exempt else self._public

    def _read(
        self,
        item: Item,
        line: Line | None,
        lexicon: Lexicon,
        known: Mapping[str, int],
        *,
        exempt: bool,
    ) -> _Read:
        read = self._lines.get((item.id, None if line is None else line.id))
        if (
            read is None
            or (read.line is not line and read.line != line)
            or (line is None and read.passage.text != item.title)
            or read.passage.exempt is not exempt
        ):
            read = _Read(item, line, lexicon, known, exempt=exempt)
            self._pause()
        return read

    def _of_the_meeting(
        self, meeting: Meeting, reads: list[_Read], lexicon: Lexicon
    ) -> Iterator[tuple[Passage, Slip]]:
        """What it takes more than one line to see. Public lines are held against public ones."""
        titles = " ".join(item.title for item in meeting.items)
        lines = [read for read in reads if read.line is not None]
        used = [(read.passage, read.uses) for read in lines if read.uses]
        yield from acronyms(used, titles, lexicon)
        named = [(read.passage, read.bodies) for read in lines if read.bodies]
        yield from bodies(self._paced(named), lexicon)
        prose = [read for read in lines if read.passage.kind not in _COPIED]
        for exempt in (False, True):
            side = [read for read in prose if read.passage.exempt is exempt]
            passages = [read.passage for read in side]
            yield from capitals((read.passage, read.pairs) for read in self._paced(side))
            yield from our_capitals(self._paced(passages))
            yield from hyphens(self._paced(passages))
            yield from quotation_marks(passages)
            yield from commas_before_etc(passages)
            self._pause()

    def _paced(self, row: Iterable[_Any]) -> Iterator[_Any]:
        for number, each in enumerate(row):
            if number % _PORTION == 0:
                self._pause()
            yield each


def proofread(meeting: Meeting, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Return every slip of a meeting, in the order of the record."""
    return Proofreader().findings(meeting, lexicon)


def _in_order(
    meeting: Meeting, found: list[tuple[Passage, Slip]], reads: list[_Read]
) -> tuple[Finding, ...]:
    """The findings in order, one a place, without those that the clerk leaves."""
    orders = {read.passage: number for number, read in enumerate(reads)}
    left = set(meeting.left)
    kept: list[Finding] = []
    for passage, slip in sorted(
        found, key=lambda each: (orders[each[0]], each[1].start, each[1].end)
    ):
        finding = as_finding(passage, slip)
        if left and left_as_it_is(finding) in left:
            continue
        before = kept[-1] if kept else None
        if before is not None and _says_it(before, finding):
            continue
        kept.append(finding)
    return tuple(kept)


def _says_it(before: Finding, finding: Finding) -> bool:
    """Whether another rule has said it of the same words; a fragment says nothing of its words."""
    if (before.item, before.line) != (finding.item, finding.line):
        return False
    if before.place is None or finding.place is None:
        return False
    return before.rule != "fragment" and finding.place[1] <= before.place[1]


def left_as_it_is(finding: Finding) -> Left:
    """Return what the draft keeps of a slip that stays as it is."""
    item = finding.item if finding.line is None else None
    return Left(finding.line, finding.rule, finding.found, item)


def together(facts: Iterable[Finding], slips: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of fact, and after them those of words; what both say is said once."""
    told = tuple(facts)
    places = {(fact.line, fact.place) for fact in told if fact.place is not None}
    return (*told, *(slip for slip in slips if (slip.line, slip.place) not in places))
