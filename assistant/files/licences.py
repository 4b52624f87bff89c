"""What the program consists of besides its own code, and the licence of each part (resources/licences)."""

from __future__ import annotations

from dataclasses import dataclass

from assistant import paths, strict_toml


@dataclass(frozen=True)
class Component:
    """A part that others have made; `licence` is an SPDX expression, `packages` are its names on PyPI."""

    name: str
    licence: str
    told: str
    packages: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class _File:
    components: tuple[Component, ...]


def components() -> tuple[Component, ...]:
    """List the parts, the program itself first."""
    path = paths.resources() / "licences" / "components.toml"
    return strict_toml.load(_File, path.read_text("utf-8"), path.name).components


def text(component: Component) -> str:
    """Give the wording of all licences of a part, one after the other."""
    folder = paths.resources() / "licences"
    return f"\n\n{'=' * 78}\n\n".join((folder / name).read_text("utf-8").strip() for name in component.texts)
