"""What the catalogue knows of a code: its severity and its words in both languages."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


class Language(enum.Enum):
    """The language of messages; reports are Chinese whatever this says."""

    ZH = "zh"
    EN = "en"


class Severity(enum.Enum):
    """How bad a finding is: an error stops a build, a warning does under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Errors above warnings above notes."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Words:
    """A code in one language: the sentence, what to type instead, and a paragraph for `explain`.

    `help_for` holds other help lines for special cases of the same defect, `message_for` other sentences.
    Blanks are written `{name}`.
    """

    message: str
    help: str
    explanation: str
    help_for: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    message_for: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of defect, named so that it reads well after “allow”.

    What is a cause takes content away, so that other findings follow from it.
    """

    name: str
    severity: Severity
    zh: Words
    en: Words
    is_cause: bool = False

    def words(self, language: Language) -> Words:
        """The words in one language."""
        return self.zh if language is Language.ZH else self.en
