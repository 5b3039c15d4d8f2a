"""What things are: values that cannot be wrong in form. Standard library only; no files, no clock."""
