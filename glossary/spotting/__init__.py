"""Which known terms stand in a longer text? See `spotter` for one set of names, and `layers` for one that changes."""
