"""Questions put to the registry; each takes values and gives values."""
