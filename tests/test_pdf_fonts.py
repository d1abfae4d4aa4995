"""The shipped fonts: what they can print, and that nothing else gets in their way."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from opsreport.writers.pdf import fonts
from opsreport.writers.pdf.fonts import choose_fonts, covered, font_folder, missing_characters

STANDARD_TABLE = Path(__file__).parent.parent / "scripts/general_standard_hanzi.txt"
FACES = sorted(font_folder().glob("*.ttf"))


def characters(face: Path) -> set[int]:
    return set(TTFont(face, lazy=True).getBestCmap())


def encoded_in(charset: str, rows: range, cells: range) -> str:
    pairs = (bytes((row, cell)) for row in rows for cell in cells)
    decoded = (pair.decode(charset, errors="ignore") for pair in pairs)
    return "".join(char for char in decoded if char > "\x7f")


def test_every_character_of_the_general_standard_table_can_be_printed() -> None:
    lines = STANDARD_TABLE.read_text(encoding="utf-8").splitlines()
    hanzi = "".join(line for line in lines if not line.startswith("#"))
    assert len(set(hanzi)) == 8105
    assert missing_characters(hanzi) == []


def test_every_hanzi_of_gbk_can_be_printed_so_that_names_need_no_other_font() -> None:
    level_3 = encoded_in("gbk", range(0x81, 0xA1), range(0x40, 0xFF))
    level_4 = encoded_in("gbk", range(0xAA, 0xFF), range(0x40, 0xA1))
    assert missing_characters(level_3 + level_4 + "镕堃喆㛃旻珺") == []


def test_all_of_gb2312_stands_in_each_main_face_or_fontconfig_takes_the_bold_one() -> None:
    gb2312 = {ord(char) for char in encoded_in("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))}
    for face in FACES:
        if "Ext" not in face.name:
            assert gb2312 <= characters(face), face.name


@pytest.mark.parametrize("sign", "▲▼△▽√×≥≤‰℃㎡∶～—·…−①⑳ⅠⅣ☆★■□○●→“”‘’《》〔〕％￥")
def test_the_signs_of_reports_can_be_printed(sign: str) -> None:
    assert covered(sign)


def test_a_character_without_a_glyph_is_named_once_in_the_order_met() -> None:
    assert missing_characters("☑完成：𠮷野家，☑") == ["☑", "𠮷"]


def test_what_is_not_seen_needs_no_glyph() -> None:
    assert missing_characters("38\u2060秒\n\u200b\ufeff\u00ad") == []


def test_the_list_of_characters_is_what_each_family_really_has() -> None:
    by_name = {face.stem: characters(face) for face in FACES}
    for family in ("OpsSong", "OpsHei"):
        for weight in ("Regular", "Bold"):
            usual, rest = by_name[f"{family}-{weight}"], by_name[f"{family}Ext-{weight}"]
            assert not usual & rest
            assert all(covered(chr(code)) for code in usual | rest)
            assert sum(covered(chr(code)) for code in range(0x20, 0x30000)) == len(
                usual | rest | {ord(char) for char in fonts.INVISIBLE if ord(char) >= 0x20}
            )


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_a_face_bears_its_own_name_and_claims_no_language_but_chinese(face: Path) -> None:
    font = TTFont(face)
    family, weight = face.stem.replace("Ext", " Ext").replace("Ops", "Ops ").split("-")
    assert [font["name"].getDebugName(number) for number in (1, 2)] == [family, weight]
    assert font["OS/2"].ulCodePageRange1 == (1 << 0 | 1 << 18)
    assert "Source" not in family
    assert "Noto" not in family


def test_adjacent_marks_can_close_up_in_all_main_faces() -> None:
    for face in FACES:
        features = {record.FeatureTag for record in TTFont(face)["GPOS"].table.FeatureList.FeatureRecord}
        assert "chws" in features or "Ext" in face.name, face.name


def test_figures_of_the_black_face_are_of_one_width_so_that_columns_stand_straight() -> None:
    for weight in ("Regular", "Bold"):
        font = TTFont(font_folder() / f"OpsHei-{weight}.ttf")
        glyphs = font.getBestCmap()
        assert len({font["hmtx"][glyphs[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_the_licence_lies_beside_the_fonts() -> None:
    text = (font_folder() / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    for face in FACES:
        assert TTFont(face)["name"].getDebugName(0) in text


@pytest.fixture
def settings_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Path]]:
    """Where the font settings land when the user's cache folder is this one."""

    def at(cache: str, *, system_fonts: bool = False) -> Path:
        monkeypatch.setenv("XDG_CACHE_HOME", cache)
        monkeypatch.setenv("FONTCONFIG_FILE", "")
        fonts._cache_folder.cache_clear()
        choose_fonts(system_fonts=system_fonts)
        return Path(os.environ["FONTCONFIG_FILE"])

    yield at
    fonts._cache_folder.cache_clear()


def test_only_the_shipped_fonts_are_seen_unless_the_machines_own_are_asked_for(
    settings_in: Callable[..., Path], tmp_path: Path
) -> None:
    alone = settings_in(str(tmp_path)).read_text(encoding="utf-8")
    assert alone.count("<dir>") == 1
    assert str(font_folder()) in alone
    both = settings_in(str(tmp_path), system_fonts=True)
    assert str(font_folder()) in both.read_text(encoding="utf-8")
    assert both.parent == tmp_path / "opsreport" / "fontconfig"


def test_a_machine_without_a_cache_folder_to_write_to_still_has_fonts(
    settings_in: Callable[..., Path],
) -> None:
    settings = settings_in("/dev/null/none")
    assert settings.is_file()
    assert "/dev/null" not in str(settings)


def test_asking_for_missing_characters_loads_no_font_library() -> None:
    code = (
        "import sys; from opsreport.writers.pdf.fonts import missing_characters; missing_characters('营');"
        "print([name for name in sys.modules if name.split('.')[0] in ('weasyprint', 'fontTools', 'cffi')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
