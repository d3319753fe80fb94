"""Answers as files: workbook and delimited text."""
