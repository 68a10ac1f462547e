"""The meeting to be read while it is written: the transcript, the preview and the read-back."""
