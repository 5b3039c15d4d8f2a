"""The registry as tables for SQL: each file describes some, column by column, and where their rows come from."""
