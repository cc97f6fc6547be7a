"""`couplesone openapi`: the document of the API and the half of the SDK that follows from it, written or compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from couplesone.app import document
from couplesone.cli.output import AsJson, ExitCode, Failure, answer
from couplesone.cli.sdk_generator import sdk_modules


def openapi(
    check: Annotated[
        bool, typer.Option("--check", help="Compare with the files instead of writing them.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option(help="Write the document alone, to this file.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write or compare the API document and the SDK made from it.

    Needs no database and no key file.
    """
    content = document()
    texts = {output or kept_document(): rendered(content)}
    if output is None:
        texts |= {kept_sdk() / name: text for name, text in sdk_modules(content).items()}
    if check:
        _compare(texts)
    else:
        _write(texts)
    _report(list(texts), written=not check, as_json=as_json)


def kept_document() -> Path:
    """Return where the document is kept: inside the installed package, or beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    packed = package / "_openapi"
    return (packed if packed.is_dir() else package.parents[1] / "openapi") / "openapi.json"


def kept_sdk() -> Path:
    """Return the directory of the SDK's modules."""
    return Path(__file__).resolve().parents[1] / "sdk"


def rendered(content: Mapping[str, Any]) -> str:
    """Return the document as it is written: keys sorted, so that two versions compare line by line."""
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _compare(texts: Mapping[Path, str]) -> None:
    for path, text in texts.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            raise Failure(
                ExitCode.REFUSED, f"{path} is not the one of this version; run `couplesone openapi` and look."
            )


def _write(texts: Mapping[Path, str]) -> None:
    for path, text in texts.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise Failure(
                ExitCode.REFUSED, f"{path} cannot be written: {error.strerror}; use --output."
            ) from None


def _report(paths: list[Path], *, written: bool, as_json: bool) -> None:
    said = "is written" if written else "is the one of this version"
    answer(
        {"paths": [str(path) for path in paths], "written": written},
        *(f"{path} {said}." for path in paths),
        as_json=as_json,
    )
