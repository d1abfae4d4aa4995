"""The addresses that a part of the package leads to."""

from dataclasses import dataclass, field

from opsreport.writers.docx.package import Relationship


@dataclass(slots=True)
class Links:
    """The addresses a part leads to, each one related once."""

    first: int
    _ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, address: str) -> str:
        """The relationship id of an address."""
        return self._ids.setdefault(address, f"rId{self.first + len(self._ids)}")

    def relationships(self) -> list[Relationship]:
        """The relationships of all addresses asked for so far."""
        return [
            Relationship(identity, "hyperlink", address, external=True)
            for address, identity in self._ids.items()
        ]
