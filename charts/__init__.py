"""Charts, tables and answers as plain data; every output draws the same ones."""
