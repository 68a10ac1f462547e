"""The dialogs that any screen may show: a form, a choice, a question, a list to pick from."""
