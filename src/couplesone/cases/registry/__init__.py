"""The case itself: opened, changed, moved through its statuses, closed, reopened as a new episode."""
