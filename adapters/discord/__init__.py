"""Discord: the same replies and forms, drawn with its components; the gateway, and what keeps it open."""
