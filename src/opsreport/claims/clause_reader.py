"""Reading one clause of a sentence, token by token, with what it takes over from the clauses before it."""

import re
from dataclasses import dataclass, field, replace

from opsreport.bundle.metric import Metric
from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.claims.names import Mention
from opsreport.claims.plain_text import PlainText
from opsreport.claims.words import Base, Role, Word, base_named
from opsreport.figures.change import Direction

JOINED = re.compile(r"\s*[、和与及/]\s*|\s*以及\s*")
ENUMERATED = re.compile(r"\s*[、和与及,]\s*|\s*以及\s*")
CARRYING = "（(，：:,"
"""After these marks a clause may go on about the metric named before."""
BRACKETS = ("（", "(")
CLOSING = ("）", ")")
BOUNDS = ("以上", "以下")
SIGNS = {"+": Direction.UP, "-": Direction.DOWN}
RANGE_MARKS = ("～", "~", "—", "–", "至", "到", "-")

Token = Mention | Word | Amount


@dataclass(slots=True)
class Memory:
    """What a clause may take over from the one before it in its sentence."""

    metrics: tuple[Metric, ...] = ()
    name: str = ""
    is_own: bool = False
    is_hedged: bool = False
    is_elsewhere: bool = False
    was_elsewhere: bool = False
    """Whether what the clause before told of the metric was of another time or of a part."""
    ends_openly: bool = False
    """Whether the clause before ended on another noun, whose figure the brackets after it hold."""
    compared: Word | None = None
    """What a clause of its own sets all that follows against: 与上年同期相比，…"""
    held_level: bool = False
    """Whether the clause before, in brackets, held nothing but a level of the metric."""


@dataclass(slots=True)
class ClauseReader:
    """One clause as it is read, token by token."""

    text: PlainText
    start: int
    end: int
    opening: str
    light: re.Pattern[str]
    memory: Memory
    within: tuple[int, int]
    claims: list[Claim] = field(default_factory=list)
    claim: Claim | None = None
    last: Token | None = None
    position: int = -1
    names: int = 0
    is_sure: bool = True
    listed: list[Amount] | None = None
    is_hedged: bool = False
    is_elsewhere: bool = False
    is_own_time: bool = False
    is_carried: bool = False
    exceeds: bool = False

    def take(self, token: Token) -> None:
        """Read one more."""
        between = self.text.folded[self.start if self.position < 0 else self.position : token.start]
        follows = self.light.fullmatch(between) is not None
        match token:
            case Mention():
                self._take_name(token, between, follows=follows)
            case Amount():
                self._take_amount(token, between, follows=follows)
            case Word():
                self._take_word(token, follows=follows)
        self.last, self.position = token, token.end

    def finish(self) -> list[Claim]:
        """What it claims."""
        self._close()
        self.memory.is_hedged |= self.is_hedged
        rest = self.text.folded[self.start if self.position < 0 else self.position : self.end]
        self.memory.ends_openly = self.light.fullmatch(rest) is None
        self.memory.held_level = (
            self.opening in BRACKETS and len(self.claims) == 1 and _is_level(self.claims[0])
        )
        if self.claims:
            self.memory.was_elsewhere = self.is_elsewhere or self._goes_on_elsewhere
        elif self.is_elsewhere:
            self.memory.is_elsewhere = True
        if self.names > 1 or (self.claims and not self.claims[-1].metrics):
            self.memory.metrics = ()
        return self.claims

    def _take_name(self, mention: Mention, between: str, *, follows: bool) -> None:
        is_joined = isinstance(self.last, Mention) and JOINED.fullmatch(between) is not None
        is_sure = len(mention.metrics) == 1
        if is_joined and self.claim is not None:
            self.names += 1
            both = (*self.claim.metrics, *mention.metrics) if is_sure and self.claim.metrics else ()
            self.claim = replace(self.claim, metrics=both, name=self._words(self.claim.start, mention.end))
            return
        self._close()
        self.names += 1
        self.is_sure = follows and is_sure
        metrics = mention.metrics if self.is_sure else ()
        self.claim = self._new(mention.start, metrics, self._words(mention.start, mention.end))
        self.memory.metrics, self.memory.name, self.memory.is_own = metrics, self.claim.name, False

    def _take_word(self, word: Word, *, follows: bool) -> None:
        if word.role is Role.ELSEWHERE and isinstance(self.last, Word) and self.last.role is Role.FROM:
            # 由上年的7.7%提升至8.4%: only where it comes from is of another time.
            claim = self._current(follows=follows, at=word.start)
            self.claim = replace(claim, base=word.base or base_named(word), base_word=word)
            return
        match word.role:
            case Role.HEDGE:
                self.is_hedged = True
            case Role.ELSEWHERE | Role.OTHERWISE:
                self.is_elsewhere = True
            case Role.EACH:
                self.listed = []
        claim = self._current(follows=follows, at=word.start)
        match word.role:
            case Role.COMPARE if claim.by or claim.base:
                self._close()
                claim = self._new(word.start, claim.metrics, claim.name)
                self.claim = replace(claim, base=word.base, base_word=word)
            case Role.COMPARE:
                self.claim = replace(claim, base=word.base, base_word=word)
            case Role.MOVE if claim.verb and claim.by:
                self._close()
                self.claim = replace(self._new(word.start, claim.metrics, claim.name), verb=word)
            case Role.MOVE:
                self.claim = replace(claim, verb=word)
            case Role.EXCEED:
                self.exceeds = True
                self.claim = claim
            case Role.TURN:
                self.claim = replace(claim, verb=word, base=word.base or claim.base)
            case Role.DIFFER if word.base is Base.OTHER and claim.base is not None:
                # 较目标高出…, 比上年高…: set against what was named before.
                self.claim = replace(claim, verb=word)
            case Role.DIFFER | Role.MISS:
                self.claim = replace(claim, verb=word, base=word.base, base_word=word)
            case Role.FLAT:
                self.claim = replace(claim, flat=word)
            case Role.MULTIPLE:
                self.claim = replace(claim, is_multiple=True)
            case _:
                self.claim = claim

    def _take_amount(self, amount: Amount, between: str, *, follows: bool) -> None:
        claim = self._current(follows=follows, at=amount.start)
        if self.listed is not None and (not self.listed or ENUMERATED.fullmatch(between)):
            self.listed.append(amount)
            self.claim = claim
            return
        last = self.last
        # 稳定在0.5‰以下 names a bound, not a level; 增长20%以上 is a size all the same.
        is_bound = self.text.folded.endswith(BOUNDS, 0, amount.end) and not _is_move(last)
        if not follows or isinstance(last, Amount) or is_bound:
            self.claim = claim
            return
        match last:
            case None:
                # A figure alone belongs to the name before it only after a colon or in brackets.
                is_level = self.opening in "（(：:" and self.opening and bool(claim.metrics)
                self.claim = replace(claim, level=amount) if is_level else claim
            case Mention():
                self.claim = replace(claim, level=amount)
            case Word(role=Role.GOAL) if self.exceeds:
                self.claim = replace(claim, exceeded=amount)
            case Word(role=Role.COMPARE) if self._is_signed(amount):
                self.claim = _moved(claim, amount, self.text.folded)
            case Word():
                self.claim = _with_amount(claim, last, amount)

    def _is_signed(self, amount: Amount) -> bool:
        """Whether its sign tells the direction, as in 同比+12.3%; a range (-3%～5%) tells none."""
        folded = self.text.folded
        is_range = folded.startswith(RANGE_MARKS, amount.end)
        return folded[amount.number_start - 1] in SIGNS and bool(amount.figure.amount) and not is_range

    def _current(self, *, follows: bool, at: int) -> Claim:
        """The claim under way; a clause that names nothing goes on about the metric before it."""
        if self.claim is None:
            carries = self.opening in CARRYING or not self.opening
            carries = carries and not (self.opening in BRACKETS and self.memory.ends_openly)
            goes_on = follows and (carries or (self.opening in CLOSING and self.memory.held_level))
            metrics = self.memory.metrics if goes_on else ()
            self.is_carried = bool(metrics)
            self.claim = self._new(at, metrics, self.memory.name if goes_on else "")
            if self.memory.is_own and metrics:
                self.claim = replace(self.claim, is_own=True)
        elif not follows and isinstance(self.last, Mention | None):
            # 营业收入中线上渠道增长: it is no longer the name that moves.
            self.claim = self.claim.of(())
            self.memory.metrics = ()
        return self.claim

    def _new(self, start: int, metrics: tuple[Metric, ...], name: str) -> Claim:
        word = self.memory.compared
        base = word.base if word else None
        return Claim(self.text, start, self.end, metrics, name, base, word, within=self.within)

    def _close(self) -> None:
        claim, self.claim = self.claim, None
        if claim is None:
            return
        if not (claim.says_anything or self.listed):
            self.memory.compared = claim.base_word
            return
        claim = replace(
            claim,
            is_hedged=self.is_hedged or self.memory.is_hedged,
            is_elsewhere=self.is_elsewhere or self.memory.is_elsewhere or self._goes_on_elsewhere,
        )
        listed, self.listed = self.listed, None
        if not listed:
            self.claims.append(claim)
            return
        together = claim.metrics if len(claim.metrics) == len(listed) else ((),) * len(listed)
        for metrics, amount in zip(together, listed, strict=True):
            one = claim.of((metrics,) if isinstance(metrics, Metric) else ())
            moves = claim.verb is not None and not claim.verb.reaches
            self.claims.append(replace(one, by=amount) if moves else replace(one, level=amount))

    @property
    def _goes_on_elsewhere(self) -> bool:
        """2024年营业收入为71,950万元，增长9%: still of 2024."""
        return self.is_carried and self.memory.was_elsewhere and not self.is_own_time

    def _words(self, start: int, end: int) -> str:
        return self.text.text[start:end]


def _is_level(claim: Claim) -> bool:
    """Whether it tells how much the metric is, and no more: 净利润（5,810万元）."""
    return claim.metric is not None and claim.level is not None and claim.amounts == (claim.level,)


def _is_move(token: Token | None) -> bool:
    return isinstance(token, Word) and token.role is Role.MOVE and not token.reaches


def _moved(claim: Claim, amount: Amount, folded: str) -> Claim:
    """The claim with a move whose direction is the sign of its size."""
    place = amount.number_start - 1
    sign = folded[place]
    verb = Word(Role.MOVE, place, place + 1, folded[place : amount.end], SIGNS[sign])
    size = replace(amount.figure, amount=abs(amount.figure.amount))
    return replace(claim, verb=verb, by=replace(amount, figure=size))


def _with_amount(claim: Claim, word: Word, amount: Amount) -> Claim:
    """The claim with an amount in the part that the word before it gives it."""
    match word.role:
        case Role.MOVE if word.reaches:
            return replace(claim, level=amount)
        case Role.MOVE | Role.DIFFER | Role.MISS | Role.MULTIPLE | Role.TURN:
            return replace(claim, by=amount)
        case Role.REACH | Role.FLAT:
            return replace(claim, level=amount)
        case Role.ELSEWHERE if word == claim.base_word:
            return replace(claim, origin=amount)
        case Role.FROM:
            return replace(claim, origin=amount)
        case Role.COMPARE:
            return replace(claim, base_level=amount)
        case Role.ATTAIN:
            return replace(claim, attained=amount)
        case Role.EXCEED:
            return replace(claim, exceeded=amount)
        case Role.GOAL:
            return replace(claim, goal=amount)
        case _:
            return claim
