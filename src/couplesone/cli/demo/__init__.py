"""`couplesone demo`: what a newcomer sees first. The worked cases live here as data, apart from their replay."""

from couplesone.cli.demo.command import demo

__all__ = ["demo"]
