"""The worksheet of the control circle: what is in the client's hands, and what is not (S2.42)."""
