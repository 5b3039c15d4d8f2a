"""Opening hours in words: what people write is read, and hours are written for people and for other programs."""
