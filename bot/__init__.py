"""The middle floor: what is said, in any language, on no platform."""
