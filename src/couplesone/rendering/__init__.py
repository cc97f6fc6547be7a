"""Pictures of figures, drawn without any other host or font."""
