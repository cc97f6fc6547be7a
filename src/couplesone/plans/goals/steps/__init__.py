"""Objectives, the steps towards a goal, and strategies, how the client goes about them."""
