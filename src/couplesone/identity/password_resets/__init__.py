"""One-time codes with which somebody sets a new password; an owner hands them over in person."""
