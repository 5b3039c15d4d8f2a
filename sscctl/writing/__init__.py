"""The one road to disk: whatever the program leaves on disk (its own cache apart) is written here."""
