"""What Discord is told, and what it tells."""
