"""What can go wrong with the store through no fault of the code, worded for the person at the screen."""


class StoreError(Exception):
    """The database cannot be opened or used; the text is an Indonesian sentence that says what to do."""
