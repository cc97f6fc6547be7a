"""``python -m couplesone`` is the ``couplesone`` command."""

from couplesone.cli import main

if __name__ == "__main__":
    main()
