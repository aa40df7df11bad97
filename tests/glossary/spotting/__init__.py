"""Spotting the known terms in a text."""
