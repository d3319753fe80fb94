"""Streamlit pieces: menu, shared filters, how an answer is shown, empty states."""
