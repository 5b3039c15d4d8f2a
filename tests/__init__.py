"""The tests, laid out as the package is; `architecture/` holds what is true of the code as a whole."""
