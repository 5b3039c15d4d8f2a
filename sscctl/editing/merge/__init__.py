"""The merge driver: three versions of a document become one, value by value, with its comments and layout."""
