"""The terminal: drawing replies and forms with letters, and a conversation line by line."""
