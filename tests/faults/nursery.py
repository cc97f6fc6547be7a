"""Brings forth worker processes cheaply: imports everything once, then forks a worker for each line on stdin.

Run as ``python nursery.py``, with the settings in the environment. A forked worker opens the installation by itself,
as ``couplesone worker`` does, with two kinds of message that nothing further guards. Prints the pid of each. A line
``once`` makes a worker that ends when nothing is due, ``run`` one that goes on.
"""

from __future__ import annotations

import os
import sys
import traceback

from couplesone.cli.installation import opened, read_settings
from couplesone.messages.codes import Category
from couplesone.messages.guards import MessageKind, NothingFurther
from couplesone.wiring import MESSAGE_KINDS, make_worker


def work(once: bool) -> None:
    """Be a worker."""
    with opened(read_settings()) as works:
        worker = make_worker(works)
        if once:
            worker.drain()
        else:
            worker.run()


def main() -> None:
    """Fork a worker for each line."""
    MESSAGE_KINDS["invitation"] = MessageKind(Category.FIRST_CONTACT, NothingFurther())
    MESSAGE_KINDS["reminder"] = MessageKind(Category.REMINDER, NothingFurther())
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                work(line.strip() == "once")
            except BaseException:  # noqa: BLE001 - a child never goes back into the loop
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        print(child, flush=True)
        if line.strip() == "once":
            os.waitpid(child, 0)
            print("over", flush=True)


if __name__ == "__main__":
    main()
