"""TinyDB's storage for drafts: a save is whole on the disk before anybody hears of it.

The tables are encoded first, so that what cannot be encoded touches nothing. They go into a
temporary file in the same folder, which is flushed to the device; the new file takes the
draft's place in one step, and what was there comes out under a name of its own and becomes the
previous generation; then the folder is flushed. A crash at any point leaves the old draft or
the new one.

Between saves no handle is open. Instead the storage knows its file again: bytes that this
program did not put there are never overwritten but kept beside, as another version. It looks
before it replaces, and looks again at what it replaced.
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
from minute_taker.drafts.layout import SCHEMA, Encoded, LaidOut, Meta, seal, unseal
from minute_taker.drafts.other_versions import keep_other_version
from minute_taker.drafts.others import as_given, as_kept
from minute_taker.drafts.paths import previous_file, real
from minute_taker.drafts.records import TABLES

_Version: TypeAlias = tuple[files.Fingerprint, bytes]


def local_now() -> dt.datetime:
    """The clerk's time, to the second."""
    return dt.datetime.now().replace(microsecond=0)


class DraftStorage(Storage):
    """Reads and writes one draft's file.

    ``path`` may be a symbolic link: the file it leads to is the one that is replaced.
    ``revision`` is that of the file as last read or written, ``contents`` its bytes, and
    ``saved_at`` when it was last saved, now or at another sitting. ``other_versions`` are the
    files to which versions from elsewhere were moved, the newest last. ``others`` are tables of
    somebody else's, as they stand in the file, which go into it again with every save.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        super().__init__()
        self.path = real(Path(path))
        self.revision = 0
        self.contents = b""
        self.saved_at: dt.datetime | None = None
        self.others: Encoded = {}
        self.other_versions: list[Path] = []
        #: False while the file holds what must not become the previous generation.
        self.worth_keeping = True
        self._settled: _Version | None = None
        self._attempt: _Version | None = None
        #: The version from elsewhere that was set aside by the save in progress.
        self._aside: _Version | None = None
        #: Where what was in the file's place is, until it has been seen to.
        self._out: Path | None = None

    @property
    def previous(self) -> Path:
        """Where the generation before the file is kept."""
        return previous_file(self.path)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables without the file's own record of itself; None only where there is no file.

        Raises Damaged or NewerSchema, so that what could not be read is never written over.
        """
        data = self.read_bytes()
        if data is None:
            return None
        tables, meta = unseal(data)
        self.revision = max(self.revision, meta.revision)
        return as_given(tables)

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

        A table may be records as TinyDB knows them, or laid out already. Raises DraftNotSaved,
        with the file as it was before, and TypeError or ValueError for what JSON cannot hold.
        """
        revision = self.revision + 1
        self._write(data, self._replace)
        if self.revision > revision:
            # Another version was found that had come further than ours: go past it.
            self._write(data, self._replace)

    def _write(self, data: Mapping[str, Mapping[str, Any]], put: Callable[[bytes], None]) -> None:
        moment = local_now()
        meta = Meta(SCHEMA, self.revision + 1, moment.isoformat())
        own: dict[str, LaidOut] = {}
        others: dict[str, Mapping[str, bytes]] = {**self.others}
        for table, rows in data.items():
            if isinstance(rows, LaidOut):
                own[table] = rows
            else:
                name, kept = as_kept(table, rows)
                (own if name in TABLES else others)[name] = kept
        try:
            put(seal(own, meta, others))
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
        self._put_away()
        temporary = files.beside(self.path)
        try:
            mark = files.write_new(temporary, payload, self._mode())
            self._keep_what_somebody_put_there()
            # Known before it is in place: should the step report an error after it was done,
            # the next save must not take our own file for somebody else's.
            self._attempt = (mark, payload)
            self._out = files.out_of(self.path)
            files.take_place(temporary, self.path, self._out)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            with contextlib.suppress(OSError):
                self._put_away()
            raise
        self._put_away()
        self._settled, self._attempt, self._aside = self._attempt, None, None
        self.contents = payload
        self.worth_keeping = True

    def _mode(self) -> int:
        try:
            return stat.S_IMODE(self.path.stat().st_mode)
        except FileNotFoundError:
            return files.FILE_MODE

    def _keep_what_somebody_put_there(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            version = self._known(self.path)
            if version is None:
                self._set_aside(self.path)
            elif not self._is_set_aside(version):
                self._settled = version

    def _known(self, path: Path) -> _Version | None:
        """Return which version known to this program the file is, or None for anybody else's."""
        mark = files.fingerprint(path.stat())
        all_known = (self._attempt, self._settled, self._aside)
        known = [version for version in all_known if version]
        version = next((version for version in known if version[0] == mark), None)
        if version is None:
            # A share may change a file's times and numbers by itself, so the bytes decide.
            data = path.read_bytes()
            version = next((version for version in known if version[1] == data), None)
        return None if version is None else (mark, version[1])

    def _put_away(self) -> None:
        """Keep or delete what was replaced. Bytes that are not ours are always kept.

        Raises OSError where those cannot be kept; the next save then tries it again.
        """
        if self._out is None:
            return
        with contextlib.suppress(FileNotFoundError):
            version = self._known(self._out)
            if version is None:
                self._set_aside(self._out)
            elif self.worth_keeping and self._was_replaced(self._out, version):
                # The save itself matters more than the generation before it.
                with contextlib.suppress(OSError):
                    files.make_folder(self.previous.parent)
                    files.replace(self._out, self.previous)
            # Also after it was renamed: of two names of one file the system leaves both.
            self._out.unlink(missing_ok=True)
        self._out = None

    def _was_replaced(self, out: Path, version: _Version) -> bool:
        """Whether it is the generation before.

        Else the step failed, so that it is the new file or the one in place; or it is
        somebody else's version, of which this was the first of two names.
        """
        if self._is_set_aside(version) or (self._attempt and version[1] == self._attempt[1]):
            return False
        return not (self.path.exists() and self.path.samefile(out))

    def _is_set_aside(self, version: _Version) -> bool:
        return self._aside is not None and version[1] == self._aside[1]

    def _set_aside(self, file: Path) -> None:
        mark, data = files.fingerprint(file.stat()), file.read_bytes()
        with contextlib.suppress(Damaged, NewerSchema):
            self.revision = max(self.revision, unseal(data)[1].revision)
        self.other_versions.append(keep_other_version(self.path, file))
        self._aside = (mark, data)
