"""Changing documents: their canonical form, and edits that leave everything else as it stands."""
