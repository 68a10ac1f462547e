"""What the screens are made of: lists, rows of keys, fields, and how keys are never lost."""
