"""The API document: what the framework derives, and what it cannot know (headers, problems, security)."""

from __future__ import annotations

COMMON_CODES = frozenset(
    {
        "not_signed_in",
        "permission_denied",
        "not_found",
        "validation_failed",
        "json_malformed",
        "not_json",
        "body_too_large",
        "rate_limited",
        "host_unknown",
        "database_unavailable",
        "internal_error",
        "cursor_invalid",
        "if_match_required",
        "if_match_malformed",
        "version_stale",
        "idempotency_key_reused",
        "idempotency_key_malformed",
        "request_in_flight",
        "linked_record_missing",
    }
)
