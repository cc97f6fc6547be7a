"""couplesone: practice management for therapists who do couples therapy for one."""

__version__ = "0.1.0"
