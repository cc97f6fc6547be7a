"""How mail leaves: into a folder, or by SMTP."""
