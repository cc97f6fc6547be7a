"""HTTP is known here and in each feature's ``routes``, and nowhere else."""
