"""The clients themselves: adding, finding, changing, archiving, and merging those who were filed twice."""
