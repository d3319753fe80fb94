"""Answers: one file a question, from the store and a choice to an Answer that page, slide and sheet show alike."""
