"""Where contributors of KIM write, on their phones: a small desk of its own, beside the admin."""
