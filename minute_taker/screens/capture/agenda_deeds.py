"""Moving through the agenda, and changing it."""

from __future__ import annotations

from msgspec.structs import replace

from minute_taker.capture.editing import headed
from minute_taker.capture.entries import ItemEntry
from minute_taker.capture.language import format_item, parse
from minute_taker.minutes.changes import ChangeItem, MoveItem, RemoveItem
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import HeadingKind, Item, Part
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.settled import settled
from minute_taker.screens.capture.line_deeds import LineDeeds
from minute_taker.screens.parts.focus import has_keys


class AgendaDeeds(LineDeeds):
    """What the keys of the agenda do."""

    def _aimed(self) -> Item | None:
        """The item under the agenda's cursor, or the one under way."""
        row = self.agenda.row if has_keys(self.agenda) else None
        return self.draft.meeting.item(row.item_id) if row is not None else self.item

    def on_row_list_clicked(self) -> None:
        self.action_go_to_item()

    def action_go_to_item(self) -> None:
        """Let the next lines go to the item under the cursor."""
        row = self.agenda.row
        if row is not None:
            self.go(row.item_id)

    def go(self, item_id: int | None) -> None:
        """Go to an item, and back to typing."""
        self.act(lambda session: session.go(item_id))
        self.back_to_typing()

    def action_back(self) -> None:
        """Back to the item where the next line went before."""
        if self._before is None or self.draft.meeting.item(self._before) is None:
            self.say("There is no other item to go back to")
            return
        self.go(self._before)

    def action_add_item(self) -> None:
        """Ask for a new item's title, and go to it."""
        self._ask("New agenda item", "", lambda entry: self._added(entry))

    def _added(self, entry: ItemEntry) -> None:
        self.act(lambda session: session.add_item(entry))
        self.back_to_typing()

    def action_rename_item(self) -> None:
        """Change an item's title and numbers."""
        item = self._aimed()
        if item is None or item.heading is HeadingKind.NONE:
            self.say("There is no item to rename")
            return
        written = format_item(item).lstrip("#- ")
        self._ask("Title of the item", written, lambda entry: self._renamed(item, entry))

    def _renamed(self, item: Item, entry: ItemEntry) -> None:
        renamed = replace(headed(item, entry), heading=item.heading)
        self.act(lambda session: session.do(ChangeItem(renamed)))

    def _ask(self, title: str, value: str, answered: object) -> None:
        from minute_taker.screens.dialogs.ask import Ask

        def check(text: str) -> str:
            entry = parse(f"# {text}")
            if not isinstance(entry, ItemEntry) or not entry.title:
                raise Refused("an item needs a title")
            return text

        def done(text: str | None) -> None:
            if text is not None:
                entry = parse(f"# {text}")
                if isinstance(entry, ItemEntry) and callable(answered):
                    answered(entry)

        words = "In brackets after it: (5) its number, (Part II, 3) exempt by paragraph 3."
        self.app.push_screen(Ask(title, value, words=words, check=check), done)

    def action_exempt_item(self) -> None:
        """Make an item exempt (Part II), or public again."""
        item = self._aimed()
        if item is None or item.heading is HeadingKind.NONE:
            self.say("There is no item to make exempt")
            return
        exempt = item.part is Part.PUBLIC
        changed = replace(
            item,
            part=Part.EXEMPT if exempt else Part.PUBLIC,
            exempt_paragraph=item.exempt_paragraph if exempt else "",
        )
        said = "It is exempt now: its lines stay out of the public copy" if exempt else ""
        self.act(lambda session: session.do(ChangeItem(changed)), said=said or "It is public now")

    def action_move_item(self, by: int) -> None:
        """Put the item under the cursor one place earlier or later."""
        item = self._aimed()
        if item is None:
            return
        headed = [other.id for other in self.draft.meeting.items]
        to = headed.index(item.id) + by
        first = 1 if self.draft.meeting.items[0].heading is HeadingKind.NONE else 0
        if first <= to < len(headed):
            self.act(lambda session: session.do(MoveItem(item.id, to)))
            self.agenda.go_to(item.id)

    def action_remove_item(self) -> None:
        """Take the item under the cursor out, asking first where lines would go with it."""
        item = self._aimed()
        if item is None:
            return
        if not item.lines:
            self._remove(item)
            return
        from minute_taker.screens.dialogs.confirm import Confirm
        from minute_taker.screens.dialogs.unlock import Unlock

        number = item_numbers(self.draft.meeting)[item.id].agenda
        lines = "its one line" if len(item.lines) == 1 else f"its {len(item.lines)} lines"
        words = f"Take item {number} out with {lines}? Ctrl+Z brings them back."
        said = settled(self.draft.meeting, RemoveItem(item.id))
        dialog = (
            Unlock(said, words, yes="Remove", no="Keep")
            if said
            else Confirm("Remove an item", words, yes="Remove", no="Keep")
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self._remove(item)

        self.app.push_screen(dialog, answered)

    def _remove(self, item: Item) -> None:
        self.act(
            lambda session: session.insist(lambda: session.do(RemoveItem(item.id))),
            said="The item is taken out; Ctrl+Z brings it back",
        )
