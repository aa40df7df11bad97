"""What must hold in a terminal."""
