"""Theme tags: what the clinician hears in what the client tells. For clinicians alone, and in no export (S0.10)."""
