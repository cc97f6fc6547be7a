"""Safety flags: raised by what was learned, released by people, never by a setting."""
