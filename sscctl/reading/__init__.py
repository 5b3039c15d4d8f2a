"""Bytes to documents to domain values; git and the disk are read here."""
