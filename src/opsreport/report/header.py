"""The head of a report: its particulars and the words it has for its own period."""

from opsreport.bundle.header import Header
from opsreport.bundle.leaves import Choice
from opsreport.figures.period import Period
from opsreport.report.context import HeaderView, PeriodView
from opsreport.report.dates import date_passage, period_passage
from opsreport.report.passage import joined
from opsreport.report.texts import TextReader, leaf_passage


def derive_header(header: Header, texts: TextReader) -> HeaderView:
    """The particulars, each empty where the bundle is silent."""
    return HeaderView(
        title=leaf_passage(header.title),
        org=leaf_passage(header.org),
        department=leaf_passage(header.department),
        date=date_passage(header.date),
        author=leaf_passage(header.author),
        to=leaf_passage(header.to),
        sender=leaf_passage(header.from_),
        cc=joined([leaf_passage(one) for one in header.cc], "、"),
        subject=leaf_passage(header.subject),
        number=leaf_passage(header.number),
        classification=leaf_passage(header.classification),
        guideline=tuple(leaf_passage(one) for one in header.guideline),
        abstract=texts.paragraphs(header.abstract),
        intro=texts.paragraphs(header.intro),
        closing=texts.paragraphs(header.closing),
    )


def derive_period(header: Header) -> PeriodView:
    """The reported period; `period_label` of the bundle wins over its usual name."""
    period: Choice[Period] | None = header.period
    label = leaf_passage(header.period_label) or period_passage(period)
    if period is None:
        return PeriodView(label)
    spoken, following = period.value, period.value.next
    return PeriodView(
        label,
        this=spoken.this_word,
        next=spoken.next_word,
        noun=spoken.target_word,
        next_label=following.label if following else "",
    )
