"""Demo content from real facts, and generators for measuring. Nothing may import this room."""
