"""TinyDB's storage for drafts: a save is whole on the disk before anybody hears of it.

The tables are encoded first, so that what cannot be encoded touches nothing. They go into a
temporary file in the same folder, which is flushed to the device; the file as it was gets a
second name, as the previous generation; then the new file takes its place in one step, and
the folder is flushed. A crash at any point leaves the old draft or the new one.

Between saves no handle is open. Instead the storage knows its file again: bytes that this
program did not put there are never overwritten but kept beside, as another version.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from minute_taker.drafts import files
from minute_taker.drafts.errors import Damaged, DraftNotSaved, NewerSchema
from minute_taker.drafts.layout import META, SCHEMA, Meta, encode_record, seal, unseal
from minute_taker.drafts.names import free_name, previous_file, real

_Version: TypeAlias = tuple[files.Fingerprint, bytes]


def local_now() -> dt.datetime:
    """The clerk's time, to the second."""
    return dt.datetime.now().replace(microsecond=0)


class DraftStorage(Storage):
    """Reads and writes one draft's file.

    ``path`` may be a symbolic link: the file it leads to is the one that is replaced.
    ``revision`` is that of the file as last read or written, ``contents`` its bytes, and
    ``saved_at`` when this storage last wrote it. ``other_versions`` are the files to which
    versions from elsewhere were moved, the newest last.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, clock: Callable[[], dt.datetime] = local_now
    ) -> None:
        super().__init__()
        self.path = real(Path(path))
        self.revision = 0
        self.contents = b""
        self.saved_at: dt.datetime | None = None
        self.other_versions: list[Path] = []
        #: False while the file holds what must not become the previous generation.
        self.worth_keeping = True
        self._clock = clock
        self._settled: _Version | None = None
        self._attempt: _Version | None = None

    @property
    def previous(self) -> Path:
        """Where the generation before the file is kept."""
        return previous_file(self.path)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables, ``_meta`` left out; None only where there is no file at all.

        Raises Damaged or NewerSchema, so that what could not be read is never written over.
        """
        data = self.read_bytes()
        if data is None:
            return None
        tables, meta = unseal(data)
        self.revision = max(self.revision, meta.revision)
        return tables

    def read_bytes(self) -> bytes | None:
        """The file as it is, which from now on is the version known to this program."""
        try:
            with self.path.open("rb") as file:
                mark = files.fingerprint(os.fstat(file.fileno()))
                self.contents = file.read()
        except FileNotFoundError:
            return None
        self._settled, self._attempt = (mark, self.contents), None
        return self.contents

    def create(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Write the first revision of a file that must not exist yet.

        Raises FileExistsError when it does, DraftNotSaved when it could not be written.
        """
        self._write(data, self._put_first)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Put all tables on the disk, in one step, with the next revision.

        Records may be dicts, or bytes that :func:`~minute_taker.drafts.layout.encode_record`
        made. Raises DraftNotSaved, with the file as it was before.
        """
        revision = self.revision + 1
        self._write(data, self._replace)
        if self.revision > revision:
            # Another version was found that had come further than ours: go past it.
            self._write(data, self._replace)

    def _write(self, data: Mapping[str, Mapping[str, Any]], put: Callable[[bytes], None]) -> None:
        moment = self._clock()
        meta = Meta(SCHEMA, self.revision + 1, moment.isoformat())
        encoded = {
            table: {
                str(number): row if isinstance(row, bytes) else encode_record(dict(row))
                for number, row in rows.items()
            }
            for table, rows in data.items()
            if table != META
        }
        try:
            put(seal(encoded, meta))
            # In place from here on, whether or not the folder can be flushed.
            self.revision = max(self.revision, meta.revision)
            files.flush_folder(self.path.parent)
        except FileExistsError:
            raise
        except OSError as error:
            why = files.reason(error)
            raise DraftNotSaved(f"{self.path.name} was not saved: {why}", why) from error
        self.saved_at = moment

    def _put_first(self, payload: bytes) -> None:
        files.make_folder(self.path.parent)
        self._settled = (files.put_new(self.path, payload), payload)
        self.contents = payload

    def _replace(self, payload: bytes) -> None:
        """Put the payload in the file's place. When an OSError leaves here, the file is whole."""
        temporary = files.beside(self.path)
        try:
            mark = files.write_new(temporary, payload, self._mode())
            self._keep_what_is_there()
            # Known before it is in place: should the step report an error after it was done,
            # the next save must not take our own file for somebody else's.
            self._attempt = (mark, payload)
            files.replace(temporary, self.path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        self._settled, self._attempt = self._attempt, None
        self.contents = payload
        self.worth_keeping = True

    def _mode(self) -> int:
        try:
            return stat.S_IMODE(self.path.stat().st_mode)
        except FileNotFoundError:
            return files.FILE_MODE

    def _keep_what_is_there(self) -> None:
        try:
            ours = self._is_ours()
        except FileNotFoundError:
            return
        if not ours:
            self._set_aside()
        elif self.worth_keeping:
            # The save itself matters more than the generation before it.
            with contextlib.suppress(OSError):
                self._keep_previous()

    def _is_ours(self) -> bool:
        mark = files.fingerprint(self.path.stat())
        known = [version for version in (self._attempt, self._settled) if version]
        version = next((version for version in known if version[0] == mark), None)
        if version is None:
            # A share may change a file's times and numbers by itself, so the bytes decide.
            data = self.path.read_bytes()
            version = next((version for version in known if version[1] == data), None)
        if version is not None:
            self._settled = (mark, version[1])
        return version is not None

    def _keep_previous(self) -> None:
        held = files.beside(self.previous)
        files.make_folder(held.parent)
        files.same_file(self.path, held)
        try:
            files.replace(held, self.previous)
        finally:
            # Two names of one file: the system then does nothing and leaves both.
            with contextlib.suppress(OSError):
                held.unlink()

    def _set_aside(self) -> None:
        with contextlib.suppress(Damaged, NewerSchema):
            self.revision = max(self.revision, unseal(self.path.read_bytes())[1].revision)
        while True:
            other = free_name(self.path.with_name(f"{self.path.stem}-other-version.json"))
            with contextlib.suppress(FileExistsError):
                files.same_file(self.path, other)
                break
        files.flush_folder(other.parent)
        self.other_versions.append(other)
