"""The contract with those who read what is published: whether an edition would break them."""
