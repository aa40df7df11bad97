"""What must hold of each format."""
