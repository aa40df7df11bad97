"""Journeys against referees that this project did not write; collected where they are there."""
