"""What is done for each wish, one module per group of commands. Each takes a scene and gives a reply."""
