"""What is kept: read within a scope, run an expression, write in one transaction."""

from store.errors import StoreError
from store.scope import Scope, Tables
from store.store import Store, open_store
from store.writer import Writer

__all__ = ["Scope", "Store", "StoreError", "Tables", "Writer", "open_store"]
