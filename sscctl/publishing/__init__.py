"""The registry as open data: an edition, the files it is made of, and how it is shown all at once."""
