"""The case seen whole: stages, next step, dashboard, timeline, progress, worklists."""
