"""The keys that work here and now, along the bottom of a screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

_BETWEEN = "   "


class KeyLine(Widget):
    """The keys of the screen and of the widget in focus, in as many lines as they need.

    Those of the screen come in the order of its ``BINDINGS``; a binding that is not shown
    (``show=False``) is left out, and of two that do the same the second. A click on a key
    does what the key does.
    """

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: auto;
        max-height: 2;
        padding: 0 1;
        color: $quiet;
        background: $panel;
        & > .keys--key { color: $key; text-style: bold; }
        & > .keys--off { color: $text-disabled; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--off"}
    ALLOW_SELECT = False

    def __init__(self, *, labels: Mapping[str, str] | None = None, third: str = "") -> None:
        """``labels`` are other words for some actions than those of their bindings.

        ``third`` is the id of a binding that stands third, wherever it is bound.
        """
        super().__init__()
        # A key that can be clicked is no link to be underlined.
        self.auto_links = False
        self._labels = labels or {}
        self._third = third

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh(layout=True)

    def _hints(self) -> list[Content]:
        hints: list[Content] = []
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            label = self._labels.get(binding.action, binding.description)
            third = bool(self._third) and binding.id == self._third
            if not (binding.show or third) or not label or label in seen:
                continue
            seen.add(label)
            key = Content.styled(self.app.get_key_display(binding), ".keys--key")
            on = active.enabled
            words = Content.styled(label, "" if on else ".keys--off")
            hint = key + Content(" ") + words
            if on:
                click = Style.from_meta({"@click": f"app.simulate_key('{binding.key}')"})
                hint = hint.stylize(click)
            hints.insert(2 if third else len(hints), hint)
        return hints

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for hint in self._hints():
            joined = lines[-1] + Content(_BETWEEN) + hint if lines else hint
            if lines and joined.cell_length <= width:
                lines[-1] = joined
            else:
                lines.append(hint)
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return max(1, len(self._lines(width)))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))
