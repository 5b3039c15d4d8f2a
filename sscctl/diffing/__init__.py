"""What changed between two registries, and how one office became what it is."""
