"""Journeys on Discord."""
