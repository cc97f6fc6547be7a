"""The lint of wordings: hints about labels, side-taking and ammunition in what is written. It never blocks."""
