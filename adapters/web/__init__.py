"""What is served over HTTP: whether the bot lives, whether it can answer, its numbers, and what platforms mount."""
