"""The starter glossary, what an empty bot knows: ``starter.md``, package data, read by whoever may read files."""
