"""What must hold of the conversation."""
