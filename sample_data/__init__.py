"""Two invented months to try: rosters, the script that writes the files, and what a reader should count in them."""
