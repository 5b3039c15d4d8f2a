"""What must hold: rules, each one small function in its family's file, and what asks them."""
