"""What must hold at the edges: drawings, files, the command line."""
