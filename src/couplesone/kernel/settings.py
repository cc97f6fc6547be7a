"""Settings: environment variables with the prefix ``COUPLESONE_``, an env file, or files in a secrets directory.

Each field's description is its documentation; README lists them all, and a test compares the two.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Mode(StrEnum):
    """How careful the server has to be."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """Everything that can be set from outside."""

    model_config = SettingsConfigDict(
        env_prefix="COUPLESONE_", env_file=".couplesone.env", extra="ignore", frozen=True
    )

    mode: Mode = Field(
        Mode.DEVELOPMENT, description="`development` or `production`; production refuses unsafe settings."
    )
    database_url: str = Field(
        "sqlite:///couplesone.sqlite3",
        description="Where the data is: `sqlite:///file` or `postgresql://user:password@host/name`.",
    )
    owner_database_url: str | None = Field(
        None,
        description="PostgreSQL only: the URL of the role that owns the tables, used by `db upgrade` and "
        "`db downgrade`; the server itself never needs it.",
    )
    key_file: Path = Field(
        Path("couplesone.key"),
        description="The file with the keys that encrypt names, contact data and narrative. "
        "Without it the data cannot be read: keep a copy apart from the backups.",
    )
    host: str = Field("127.0.0.1", description="The address that `serve` listens on.")
    port: int = Field(
        8000, ge=0, le=65535, description="The port that `serve` listens on; 0 takes a free one."
    )
    workers: int = Field(1, ge=1, le=64, description="Server processes.")
    threads: int = Field(16, ge=2, le=200, description="Requests that one process works on at once.")
    public_url: str | None = Field(
        None, description="The address under which clients reach the server; absolute links start with it."
    )
    client_page_exit_url: str = Field(
        "https://www.wikipedia.org/",
        pattern=r"^https?://[^\s\"'<>]+$",
        description="Where a client's page leads when it is left in a hurry: a neutral page.",
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        ("127.0.0.1", "localhost"),
        description="Comma-separated host names that a request may be addressed to.",
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Comma-separated origins of browser front ends that may call the API; none by default.",
    )
    api_docs: bool | None = Field(
        None, description="Whether `/docs` and `/openapi.json` are served; by default not in production."
    )
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = Field(
        ("127.0.0.1", "::1"),
        description="Comma-separated addresses of reverse proxies whose word on a caller's address is taken.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least severe log lines to print: `debug`, `info`, `warning` or `error`."
    )
    rate_limit_per_minute: int = Field(
        1200, ge=1, description="Requests a minute for one credential, or for one address without one."
    )
    sign_in_attempts: int = Field(
        10, ge=1, le=100, description="Failed sign-ins within 15 minutes before an account must wait."
    )
    sign_in_idle_minutes: int = Field(
        15, ge=1, le=1440, description="A sign-in ends after so long without a request."
    )
    sign_in_hours: int = Field(12, ge=1, le=24, description="A sign-in ends after so long in any case.")
    database_wait_seconds: float = Field(
        3.0, gt=0, le=60, description="How long a request waits for the database before it answers 503."
    )
    sqlite_busy_seconds: float = Field(
        30.0, gt=0, le=120, description="SQLite only: how long to wait for another process that is writing."
    )

    worker_in_server: bool | None = Field(
        None,
        description="Whether `serve` does background work too (sends mail); by default with SQLite, and not with "
        "PostgreSQL, where `couplesone worker` does.",
    )
    job_lease_seconds: int = Field(
        60, ge=1, le=3600, description="How long a job stays with a worker that shows no more signs of life."
    )
    mail_transport: Literal["folder", "smtp"] = Field(
        "folder",
        description="How mail leaves: `folder` writes a file for each, which somebody else sends; `smtp` sends.",
    )
    mail_folder: Path = Field(
        Path("outgoing-mail"), description="The directory that the transport `folder` writes to."
    )
    mail_sender: str | None = Field(
        None, description="The address from which mail comes; it should tell nobody what it is about."
    )
    smtp_host: str | None = Field(None, description="The mail server of the transport `smtp`.")
    smtp_port: int = Field(587, ge=1, le=65535, description="The port of the mail server.")
    smtp_tls: Literal["starttls", "implicit", "none"] = Field(
        "starttls",
        description="How the connection to the mail server is encrypted: `starttls`, `implicit` or `none`.",
    )
    smtp_user: str | None = Field(None, description="With which to sign in at the mail server.")
    smtp_password: SecretStr | None = Field(
        None, description="The password for it; best kept as a file in the secrets directory."
    )

    @field_validator("allowed_hosts", "cors_origins", "trusted_proxies", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @property
    def production(self) -> bool:
        """Whether the server is in production mode."""
        return self.mode is Mode.PRODUCTION

    @property
    def does_jobs(self) -> bool:
        """Whether a server process does background work too."""
        on_sqlite = self.database_url.startswith("sqlite")
        return on_sqlite if self.worker_in_server is None else self.worker_in_server

    @property
    def serves_docs(self) -> bool:
        """Whether the documentation page and the OpenAPI document are served."""
        return not self.production if self.api_docs is None else self.api_docs


def load_settings(**overrides: Any) -> Settings:
    """Return the settings of the process; ``COUPLESONE_SECRETS_DIR`` names a directory of secret files."""
    secrets_dir = os.environ.get("COUPLESONE_SECRETS_DIR")
    return Settings(_secrets_dir=secrets_dir or None, **overrides)  # type: ignore[call-arg]
