"""From a folder's style.toml to checked settings: finding, laying one style over another."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

import msgspec

from minute_taker import house_styles
from minute_taker.composing.style_limits import (
    LARGEST_STYLE,
    LONGEST_CHAIN,
    check_amount,
    check_depth,
    check_patterns,
    check_repeats,
    read_file,
)
from minute_taker.composing.wording import PATTERN, declared_fields, field_names
from minute_taker.minutes.errors import Refused

STYLES_FOLDER = Path(house_styles.__file__).parent
FILE_NAME = "style.toml"
#: The style's own words for proofing, beside its style.toml.
WORDS_NAME = "words.txt"
#: A Word document or template given for a style is the base of the default one.
_BASES = (".docx", ".dotx")

_T = TypeVar("_T", bound=msgspec.Struct)
_WORDS = {str: "text in quotes", bool: "true or false", int: "a whole number", float: "a number"}


class StyleRefused(Refused):
    """The house style cannot be used; the message names the file, the setting and the remedy."""


def available_styles() -> dict[str, Path]:
    """The styles that come with the program: name to style.toml, by name."""
    return {path.parent.name: path for path in sorted(STYLES_FOLDER.glob(f"*/{FILE_NAME}"))}


def find_style(name: str) -> Path:
    """The style.toml of a style by its name, or by the path of the file or its folder.

    A Word document or template may be named too: it is its own path.
    """
    known = available_styles()
    if name in known:
        return known[name]
    path = Path(name).expanduser()
    if path.is_dir():
        path = path / FILE_NAME
    if path.is_file():
        return path
    raise StyleRefused(
        f"there is no house style {name!r}; there are {', '.join(known)}, "
        f"or give the path of a folder with a {FILE_NAME}, or of a .docx or .dotx to be the base"
    )


def read_style(name: str, form: type[_T], base: str) -> _T:
    """Read a style, laid over the one it is based on (``base`` unless it says otherwise)."""
    path = find_style(name)
    values = _read(path, base, [])
    _check(form, values, "", path)
    try:
        return msgspec.convert(values, form)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$.")
        raise StyleRefused(f"{path}: {where.strip('`')}: {what.lower()}") from None


def _read(path: Path, base: str, below: list[Path]) -> dict[str, Any]:
    if path.suffix.lower() in _BASES:
        own_base = {"name": path.stem, "document": {"base": str(path.resolve())}}
        return _laid_over(_read(find_style(base), base, below), own_base)
    values = _toml(path)
    own = path.parent.name if path.name == FILE_NAME else path.stem
    values["name"] = own
    words = path.parent / WORDS_NAME
    if path.name == FILE_NAME and words.is_file():
        proofing = values.setdefault("proofing", {})
        if isinstance(proofing, dict):
            proofing["word_files"] = {own: str(words.resolve())}
    document = values.get("document")
    if isinstance(document, dict) and isinstance(document.get("base"), str):
        document["base"] = str((path.parent / document["base"]).resolve())
    under = values.pop("based_on", base if path.resolve() != find_style(base).resolve() else "")
    if not under:
        return values
    beside = path.parent / str(under)
    named = str(under) in available_styles() or not beside.exists()
    found = find_style(str(under) if named else str(beside)).resolve()
    if len(below) >= LONGEST_CHAIN:
        raise StyleRefused(f"{path}: more than {LONGEST_CHAIN} styles are based on one another")
    if found in (*below, path.resolve()):
        raise StyleRefused(f"{path}: based_on {under!r} comes back to the style itself")
    return _laid_over(_read(found, base, [*below, path.resolve()]), values)


def _toml(path: Path) -> dict[str, Any]:
    try:
        text = read_file(path, LARGEST_STYLE).decode("utf-8-sig")
        check_depth(text)
        values = tomllib.loads(text)
    except OSError as error:
        raise StyleRefused(f"{path} can't be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise StyleRefused(f"{path} is no TOML file of a style: {error}") from None
    proofing = values.get("proofing")
    if isinstance(proofing, dict) and "word_files" in proofing:
        # Which files are read is not for the style to say.
        raise StyleRefused(
            f"{path}: proofing.word_files is no setting; words stand in {WORDS_NAME}"
        )
    return values


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """The settings of ``under`` with those of ``over`` in their place, group by group."""
    together = dict(under)
    for key, value in over.items():
        below = together.get(key)
        both = isinstance(value, dict) and isinstance(below, dict)
        together[key] = _laid_over(below, value) if both else value  # type: ignore[arg-type]
    return together


def _check(form: type[msgspec.Struct], values: dict[str, Any], at: str, path: Path) -> None:
    known = {field.encode_name: field for field in msgspec.structs.fields(form)}
    for key in values:
        if key not in known:
            raise StyleRefused(f"{path}: {at}{key} is no setting; there are {', '.join(known)}")
    for key, field in known.items():
        if key not in values and field.required:
            raise StyleRefused(f"{path}: {at}{key} is not given, and the style is based on none")
        if key in values:
            _check_value(field.type, values[key], f"{at}{key}", path)


def _check_value(kind: Any, value: Any, at: str, path: Path) -> None:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        if not isinstance(value, dict):
            raise StyleRefused(f"{path}: {at} is a group of settings, written [{at}]")
        _check(kind, value, f"{at}.", path)
        return
    try:
        check_amount(value)
    except ValueError as error:
        raise StyleRefused(f"{path}: {at} {error}") from None
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(plain) is Literal:
        accepted = get_args(plain)
        if value not in accepted or isinstance(value, bool) is not isinstance(accepted[0], bool):
            listed = ", ".join(f'"{word}"' for word in accepted)
            raise StyleRefused(f"{path}: {at} is {value!r}; it accepts {listed}")
        return
    if get_origin(plain) in (tuple, dict):
        _check_many(plain, value, at, path)
        return
    if plain in _WORDS:
        right = isinstance(value, (int, float) if plain is float else plain)
        if not right or (isinstance(value, bool) and plain is not bool):
            raise StyleRefused(f"{path}: {at} is {value!r}; it accepts {_WORDS[plain]}")
    if isinstance(value, str):
        _check_words(kind, value, at, path)


def _check_many(kind: Any, value: Any, at: str, path: Path) -> None:
    inner = get_args(kind)[-1] if get_origin(kind) is dict else get_args(kind)[0]
    if get_origin(kind) is dict:
        if not isinstance(value, dict):
            raise StyleRefused(f"{path}: {at} is a group of settings, written [{at}]")
        for key, entry in value.items():
            _check_value(inner, entry, f"{at}.{key}", path)
        return
    if not isinstance(value, list):
        raise StyleRefused(f"{path}: {at} is {value!r}; it accepts a list in square brackets")
    for entry in value:
        _check_value(inner, entry, at, path)
    if PATTERN in getattr(inner, "__metadata__", ()):
        try:
            check_patterns(value)
        except ValueError as error:
            raise StyleRefused(f"{path}: {at} {error}") from None


def _check_words(kind: Any, value: str, at: str, path: Path) -> None:
    allowed = declared_fields(kind)
    if not allowed:
        return
    try:
        used = set(field_names(value))
        check_repeats(value)
    except ValueError as error:
        raise StyleRefused(f"{path}: {at} {error}") from None
    if used - allowed:
        listed = ", ".join(f"{{{name}}}" for name in sorted(allowed))
        wrong = ", ".join(f"{{{name}}}" for name in sorted(used - allowed))
        raise StyleRefused(f"{path}: {at} has the field {wrong}; it accepts {listed}")
