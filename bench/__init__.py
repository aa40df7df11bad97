"""Speeds, each beside its target or beside peers in the same run. Every script runs by itself: `make bench`."""
