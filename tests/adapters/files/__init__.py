"""What must hold of reading files."""
