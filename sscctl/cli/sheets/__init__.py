"""What `sscctl apply` reads: for each kind of edit the columns of its table, and what a row of them does."""
