"""Which language the tool speaks."""

from __future__ import annotations

import pytest

from sscctl.cli.language import choose
from sscctl.text import Language
from tests.process import sscctl

SV, EN = Language.SWEDISH, Language.ENGLISH


@pytest.mark.parametrize(
    ("arguments", "environment", "spoken"),
    [
        pytest.param([], {}, EN, id="nothing says anything"),
        pytest.param([], {"LANG": "sv_SE.UTF-8"}, SV, id="the locale is Swedish"),
        pytest.param([], {"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}, EN, id="LC_ALL goes before LANG"),
        pytest.param([], {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "sv_FI.UTF-8"}, SV, id="LC_MESSAGES goes before LANG"),
        pytest.param([], {"SSCCTL_LANG": "sv", "LC_ALL": "en_GB"}, SV, id="the tool's own variable goes before all"),
        pytest.param(["--lang", "sv", "list"], {"SSCCTL_LANG": "en"}, SV, id="the option goes before the variable"),
        pytest.param(["--lang=en", "list"], {"LANG": "sv_SE"}, EN, id="the option in one word"),
        pytest.param(["--lang", "fi"], {"LANG": "sv_SE"}, SV, id="a language not spoken is left to the parser"),
        pytest.param(["list", "--", "--lang", "sv"], {}, EN, id="past the double dash nothing is an option"),
    ],
)
def test_chosen_before_options_are_parsed(arguments: list[str], environment: dict[str, str], spoken: Language) -> None:
    assert choose(arguments, environment) is spoken


@pytest.mark.parametrize(
    ("lang", "words"),
    [("sv", ["Användning:", "Flaggor:", "Kommandon:", "Visa den här hjälpen."]), ("en", ["Usage:", "Options:"])],
)
def test_help_is_in_the_language_asked_for(lang: str, words: list[str]) -> None:
    outcome = sscctl("--lang", lang, "--help")
    assert outcome.code == 0
    assert all(word in outcome.stdout for word in words)


@pytest.mark.parametrize(
    ("arguments", "sv", "en"),
    [
        pytest.param(["lst"], "menade du list?", "did you mean list?", id="a command misspelt"),
        pytest.param(
            ["list", "--contry", "18"], "menade du --county", "did you mean --county", id="an option misspelt"
        ),
        pytest.param(["show"], "KONTOR saknas", "OFFICE is missing", id="an argument missing"),
    ],
)
def test_wrong_usage_is_told_in_both_languages_with_exit_code_2(arguments: list[str], sv: str, en: str) -> None:
    for lang, words in (("sv", sv), ("en", en)):
        outcome = sscctl("--lang", lang, *arguments)
        assert outcome.code == 2
        assert words.casefold() in outcome.stderr.casefold()
        assert outcome.stdout == ""
