"""Mail into a folder: a file for each message, for its owner's eyes only; somebody else takes it from there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from couplesone.messages.transports.outcomes import Fate, Mail, Outcome


class FolderTransport:
    """Writes each mail as ``<Message-ID>.eml``. The same mail again is the same file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, mail: Mail) -> Outcome:
        """Write the mail so that it is there whole or not at all."""
        name = mail.message_id.strip("<>").partition("@")[0]
        unfinished = self.folder / f".{name}.part"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                unfinished.unlink()
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(mail.content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(self.folder / f"{name}.eml")
        except OSError:
            return Outcome(Fate.NOT_YET, "folder_not_writable")
        return Outcome(Fate.ACCEPTED)
