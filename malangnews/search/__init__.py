"""Search over all rooms. Has no tables of its own."""
