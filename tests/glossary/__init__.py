"""What must hold of words: no input, no output."""
