"""The names of the commands, each the file that holds it; read at every start, so nothing else stands here."""

COMMANDS = ("text", "outline", "check", "report", "batch", "export", "templates", "new", "notice", "carry", "compare")
