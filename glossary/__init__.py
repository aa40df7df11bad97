"""The ground floor: words and what they mean. Pure and synchronous: no I/O, no clock, no chat."""
