"""All the rules over a meeting, and what is remembered of the lines that did not change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from minute_taker.minutes.checking.findings import Finding
from minute_taker.minutes.model import Item, Kind, Left, Line, Meeting
from minute_taker.proofing.lexicon import Lexicon
from minute_taker.proofing.passages import Passage
from minute_taker.proofing.rules.acronyms import Use, acronyms, uses_of
from minute_taker.proofing.rules.bodies import bodies, body_names
from minute_taker.proofing.rules.capitals import Pair, capitals, hyphens, our_capitals, pairs_in
from minute_taker.proofing.rules.house_words import house_words
from minute_taker.proofing.rules.punctuation import commas_before_etc, punctuation, quotation_marks
from minute_taker.proofing.rules.real_words import wrong_words
from minute_taker.proofing.rules.reported_speech import reported_speech
from minute_taker.proofing.rules.resolutions import resolution_verbs
from minute_taker.proofing.rules.spelling import Unknown, misspelt, unknown_words
from minute_taker.proofing.rules.usage import usage
from minute_taker.proofing.slips import Slip, as_finding
from minute_taker.proofing.word_list import word_list

#: What the agenda or a table says is copied, and proofed for its spelling alone.
_COPIED = (Kind.AGENDA, Kind.ROW)


class _Read:
    """What the rules found in one line, each worked out once."""

    def __init__(self, item: Item, line: Line, lexicon: Lexicon, known: Mapping[str, int]) -> None:
        self.line = line
        self.part = item.part
        self.lexicon = lexicon
        self.passage = Passage(item, line)
        self._known = known
        self._misspelt: tuple[object, list[Slip]] = (None, [])

    @cached_property
    def unknown(self) -> tuple[Unknown, ...]:
        """The words that are in no list."""
        return unknown_words(self.passage, self._known)

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """The acronyms."""
        return uses_of(self.passage, self._known)

    @cached_property
    def bodies(self) -> tuple[tuple[str, int, int], ...]:
        """The names of bodies."""
        return body_names(self.passage)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Two words in a row, for their capitals."""
        return pairs_in(self.passage)

    @cached_property
    def slips(self) -> list[Slip]:
        """What the rules for a line alone find."""
        passage, lexicon = self.passage, self.lexicon
        if passage.kind in _COPIED:
            return []
        return [
            *wrong_words(passage),
            *reported_speech(passage),
            *resolution_verbs(passage),
            *punctuation(passage, lexicon),
            *usage(passage, lexicon),
            *house_words(passage, lexicon),
        ]

    def misspelt(self, lexicon: Lexicon, counts: Mapping[str, int]) -> list[Slip]:
        """The words that are slips; looked at again when the names or their counts change."""
        if not self.unknown:
            return []
        said = (lexicon, tuple(counts.get(each.bare, 0) for each in self.unknown))
        if self._misspelt[0] != said:
            found = list(misspelt(self.passage, self.unknown, lexicon, counts, self._known))
            self._misspelt = (said, found)
        return self._misspelt[1]


class Proofreader:
    """Reads meetings for slips; one that is read again costs what changed in it.

    May be used from any one thread at a time. The word list is read at the first meeting.
    """

    def __init__(self) -> None:
        self._lines: dict[int, _Read] = {}

    def findings(self, meeting: Meeting, lexicon: Lexicon) -> tuple[Finding, ...]:
        """Return every slip of a meeting, in the order of the record and of each line.

        Those that the clerk leaves as they are (``meeting.left``) are left out.
        """
        reads = self._reads(meeting, lexicon)
        public = _counted(read for read in reads if not read.passage.exempt)
        exempt = public + _counted(read for read in reads if read.passage.exempt)
        found: list[tuple[Passage, Slip]] = []
        for read in reads:
            counts = exempt if read.passage.exempt else public
            found += [(read.passage, slip) for slip in read.misspelt(lexicon, counts)]
            found += [(read.passage, slip) for slip in read.slips]
        found += _of_the_meeting(meeting, reads, lexicon)
        return _in_order(meeting, found, reads)

    def line_findings(
        self, meeting: Meeting, lexicon: Lexicon, line_id: int
    ) -> tuple[Finding, ...]:
        """Return the slips of one line that it takes no other line to see; () for none."""
        place = meeting.place_of(line_id)
        if place is None:
            return ()
        read = self._read(*place, lexicon, word_list())
        found = [*read.misspelt(lexicon, read.passage.counted), *read.slips]
        return _in_order(meeting, [(read.passage, slip) for slip in found], [read])

    def _reads(self, meeting: Meeting, lexicon: Lexicon) -> list[_Read]:
        known = word_list()
        reads = [self._read(item, line, lexicon, known) for item, line in meeting.lines()]
        self._lines = {read.line.id: read for read in reads}
        return reads

    def _read(self, item: Item, line: Line, lexicon: Lexicon, known: Mapping[str, int]) -> _Read:
        read = self._lines.get(line.id)
        if (
            read is None
            or (read.line is not line and read.line != line)
            or read.part is not item.part
            or read.passage.item_id != item.id
            or read.lexicon.house != lexicon.house
            or read.lexicon.chair != lexicon.chair
        ):
            read = self._lines[line.id] = _Read(item, line, lexicon, known)
        return read


def proofread(meeting: Meeting, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Return every slip of a meeting, in the order of the record."""
    return Proofreader().findings(meeting, lexicon)


def _counted(reads: Iterable[_Read]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for read in reads:
        counts.update(read.passage.counted)
    return counts


def _of_the_meeting(
    meeting: Meeting, reads: list[_Read], lexicon: Lexicon
) -> Iterator[tuple[Passage, Slip]]:
    """What it takes more than one line to see. Public lines are held against public ones alone."""
    titles = " ".join(item.title for item in meeting.items)
    yield from acronyms([(read.passage, read.uses) for read in reads], titles, lexicon)
    yield from bodies([(read.passage, read.bodies) for read in reads], lexicon)
    prose = [read for read in reads if read.passage.kind not in _COPIED]
    for exempt in (False, True):
        side = [read for read in prose if read.passage.exempt is exempt]
        passages = [read.passage for read in side]
        yield from capitals((read.passage, read.pairs) for read in side)
        yield from our_capitals(passages)
        yield from hyphens(passages)
        yield from quotation_marks(passages)
        yield from commas_before_etc(passages)


def _in_order(
    meeting: Meeting, found: list[tuple[Passage, Slip]], reads: list[_Read]
) -> tuple[Finding, ...]:
    """The findings in order, one a place, without those that the clerk leaves."""
    orders = {read.line.id: number for number, read in enumerate(reads)}
    left = set(meeting.left)
    kept: list[Finding] = []
    for passage, slip in sorted(
        found, key=lambda each: (orders[each[0].line_id], each[1].start, each[1].end)
    ):
        finding = as_finding(passage, slip)
        if Left(passage.line_id, finding.rule, finding.found) in left:
            continue
        before = kept[-1] if kept else None
        if before is not None and _says_it(before, finding):
            continue
        kept.append(finding)
    return tuple(kept)


def _says_it(before: Finding, finding: Finding) -> bool:
    """Whether another rule has said it of the same words; a fragment says nothing of its words."""
    if before.line != finding.line or before.place is None or finding.place is None:
        return False
    return before.rule != "fragment" and finding.place[1] <= before.place[1]


def together(facts: Iterable[Finding], slips: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of fact, and after them those of words; what both say is said once."""
    told = list(slips)
    said = {(finding.rule, finding.line) for finding in told}
    return (*(each for each in facts if (each.rule, each.line) not in said), *told)
