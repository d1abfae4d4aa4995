"""Templates choose words in a sandbox; whatever else they try is refused at its line."""

import pytest

from conftest import style_of
from opsreport.diagnostics import Diagnostics, Language
from opsreport.document import Field, Text
from opsreport.report.context import HeaderView, PeriodView, ReportContext
from opsreport.report.passage import Passage, field
from opsreport.styles import limits
from opsreport.styles.environment import render_markup

CONTEXT = ReportContext(
    report=HeaderView(title=field("report.title", "三季度 <b>周报</b> & 月报")),
    period=PeriodView(this="本季度"),
    sections={},
    sources=(field("sources[0]", "甲"), field("sources[1]", "乙")),
)


def render(template: str, **others: str) -> tuple[str | None, Diagnostics]:
    found = Diagnostics()
    return render_markup(CONTEXT, style_of(template, **others), found), found


def test_the_users_text_is_printed_as_text_and_knows_its_place() -> None:
    markup, found = render("<p>{{ report.title }}</p>")
    assert markup == '<p><field path="report.title">三季度 &lt;b&gt;周报&lt;/b&gt; &amp; 月报</field></p>'
    assert not list(found)


def test_a_template_can_choose_loop_include_and_count_listed_things() -> None:
    markup, _ = render(
        '{% import "words.html.j2" as words %}{% for one in sources %}{{ words.item(one) }}{% endfor %}'
        "共{{ sources | length | chinese }}项",
        words="{% macro item(x) %}<li>{{ x }}</li>{% endmacro %}",
    )
    assert markup is not None
    assert markup.startswith('<li><field path="sources[0]">甲</field></li>')
    assert markup.endswith("共二项")


def test_an_empty_passage_counts_as_nothing() -> None:
    markup, _ = render("{% if report.cc %}抄送{% else %}无{% endif %}")
    assert markup == "无"


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("{{ report.titel }}", "undefined-name"),
        ("{{ nothing }}", "undefined-name"),
        ("{% if %}", "template-syntax"),
        ("{{ report.title | upper }}", "template-syntax"),
        ('{% include "elsewhere.html.j2" %}', "template-not-found"),
        ('{% include "/etc/passwd" %}', "template-not-found"),
        ('{% include "../../secret.j2" %}', "template-not-found"),
        ("{{ 1 + 1 }}", "template-forbidden"),
        ("{{ 'a' * 1000000000 }}", "template-forbidden"),
        ("{{ '%1000000000d' % 1 }}", "template-forbidden"),
        ("{{ report.__class__ }}", "template-forbidden"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "template-forbidden"),
        ("{{ report.title.__init__.__globals__ }}", "template-forbidden"),
        ("{{ lipsum.__globals__['os'].popen('id') }}", "undefined-name"),
        ("{{ range(1000000000) }}", "undefined-name"),
        ("{{ sources.append(1) }}", "undefined-name"),
        ("{{ request }}", "template-forbidden"),
        ("{{ draft }}", "template-forbidden"),
        ("{{ report }}", "template-forbidden"),
        ("{{ sources }}", "template-forbidden"),
        ("{% for a, b, c in sources %}{% endfor %}", "template-failed"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "template-failed"),
        ("{% if sources %}" * 200 + "{% endif %}" * 200, "template-syntax"),
        ("{% for a in sources %}" * 60 + "{% endfor %}" * 60, "template-syntax"),
        ("{% set s = 'xx' %}" + "{% set s = s ~ s %}" * 40, "template-forbidden"),
        ("{% set s = 'xx' %}" + "{% set s %}{{ s }}{{ s }}{% endset %}" * 40, "template-forbidden"),
        ("{% set l = [1, 2] %}" + "{% set l = l + l %}" * 40, "template-forbidden"),
        ("{% set s = 'xx' %}" + "{% set s = [s, s] | join %}" * 40, "template-forbidden"),
        ("{{ '{:999999999}'.format(1) }}", "template-forbidden"),
        ("{{ 'x'.center(999999999) }}", "template-forbidden"),
        ("{{ '{0.__class__}'.format(report) }}", "template-forbidden"),
    ],
)
def test_what_a_template_may_not_do_is_a_finding_never_a_traceback(template: str, code: str) -> None:
    markup, found = render("甲\n" + template)
    assert markup is None
    (finding,) = found
    assert finding.code == code
    assert finding.primary.span.file == "weekly/report.html.j2"
    assert finding.primary.span.line == 2
    for language in Language:
        assert finding.message(language)
        assert finding.help(language)


def test_a_fault_in_an_imported_template_names_that_template() -> None:
    _, found = render(
        '{% import "words.html.j2" as words %}{{ words.item() }}',
        words="\n\n{% macro item() %}{{ oops }}{% endmacro %}",
    )
    (finding,) = found
    assert finding.primary.span.file == "weekly/words.html.j2"
    assert finding.primary.span.line == 3


def test_brackets_deeper_than_a_parser_can_follow_are_a_finding() -> None:
    markup, found = render("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}")
    assert markup is None
    (finding,) = found
    assert finding.code == "template-syntax"
    assert finding.primary.span.file == "weekly/report.html.j2"
    assert "100" in finding.help(Language.ZH)


TENFOLD = "{% set ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] %}"


@pytest.mark.parametrize(
    "endless",
    [
        TENFOLD + "{% for a in ten %}" * 10 + "{% endfor %}" * 10,
        TENFOLD
        + "{% macro m0() %}{% endmacro %}"
        + "".join(
            f"{{% macro m{n}() %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}"
            for n in range(1, 40)
        )
        + "{{ m39() }}",
        TENFOLD + "{% for a in ten recursive %}{% if ten %}{{ loop(ten[1:]) }}{% endif %}{% endfor %}",
    ],
    ids=["loops", "macros", "recursion"],
)
def test_a_template_that_would_run_for_ever_is_stopped(endless: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_STEPS", 20_000)
    markup, found = render(endless)
    assert markup is None
    (finding,) = found
    assert finding.code in ("template-forbidden", "template-failed")
    assert finding.primary.span.line == 1


def test_a_template_may_use_the_means_of_loops_and_macros() -> None:
    markup, found = render(
        "{% macro framed() %}[{{ caller() }}]{% endmacro %}"
        "{% for one in sources %}{{ loop.index }}/{{ loop.length }}{{ loop.cycle('甲', '乙') }}"
        "{% if loop.last %}。{% endif %}{% endfor %}"
        "{% call framed() %}文{% endcall %}{{ ['甲', '乙'] | join('、') }}{{ '丙' ~ '丁' }}"
    )
    assert [finding.message(Language.EN) for finding in found] == []
    assert markup == "1/2甲2/2乙。[文]甲、乙丙丁"


def test_a_misspelt_name_is_told_with_the_name_that_was_probably_meant() -> None:
    for template, name, near in (
        ("{{ report.departmnt }}", "HeaderView.departmnt", "department"),
        ("{{ perod.this }}", "perod", "period"),
        ('{% import "words.html.j2" as words %}{{ words.itm() }}', "macros.itm", "item"),
    ):
        _, found = render(template, words="{% macro item() %}{% endmacro %}")
        (finding,) = found
        assert finding.code == "undefined-name"
        assert name in finding.message(Language.ZH)
        assert f"是不是想写 {near}？" in finding.help(Language.ZH)
        assert "object" not in finding.message(Language.EN)


PARENT = "<p>{% block head %}{% endblock %}{% block closing %}{% endblock %}</p>"


def test_a_block_that_no_parent_prints_is_reported_rather_than_lost() -> None:
    markup, found = render(
        '{% extends "middle.html.j2" %}\n{% block closng %}谨呈{% endblock %}\n{% block head %}甲{% endblock %}',
        middle='{% extends "parent.html.j2" %}{% block head %}{% endblock %}',
        parent=PARENT,
    )
    assert markup is None
    (finding,) = found
    assert finding.code == "unknown-block"
    assert (finding.primary.span.file, finding.primary.span.line) == ("weekly/report.html.j2", 2)
    assert "是不是想写 closing？" in finding.help(Language.ZH)
    assert "head" in finding.help(Language.ZH)


@pytest.mark.parametrize(
    ("outside", "lines"),
    [
        ("附：甲\n\n乙", [3]),
        ("{# 说明 #}\n{% set a = '甲' %}\n{% set b %}乙{% endset %}\n{% macro m() %}丙{% endmacro %}", []),
        ("{% import 'words.html.j2' as words %}\n{{ words.item(report.title) }}", [4]),
        ("{% if sources %}\n\n甲{% block head %}乙{% endblock %}{% endif %}\n丙", [5, 6]),
    ],
    ids=["words", "nothing said", "a value", "under a condition"],
)
def test_words_outside_the_blocks_of_a_template_are_reported_at_their_line(
    outside: str, lines: list[int]
) -> None:
    markup, found = render(
        f'{{% extends "parent.html.j2" %}}\n{{% block closing %}}谨呈{{% endblock %}}\n{outside}',
        parent=PARENT,
        words="{% macro item(x) %}{{ x }}{% endmacro %}",
    )
    assert markup is not None
    assert "谨呈" in markup
    assert [(one.code, one.primary.span.line) for one in found] == [
        ("words-outside-blocks", line) for line in lines
    ]


def test_a_block_may_hold_new_blocks_of_its_own() -> None:
    markup, found = render(
        '{% extends "parent.html.j2" %}{% block head %}{% block logo %}甲{% endblock %}{% endblock %}',
        parent=PARENT,
    )
    assert not list(found)
    assert markup == "<p>甲</p>"


def test_endless_output_is_cut_off() -> None:
    doubling = "{% set a = 'x' %}" + "{% set a = a ~ a %}" * 26 + "{{ a }}"
    markup, found = render(doubling)
    assert markup is None
    assert [one.code for one in found] == ["template-forbidden"]


def test_words_keep_their_weight_and_their_links() -> None:
    assert str(Passage((Field("a", (Text("甲"),)), Text("乙")))) == "甲乙"
