"""What a story was: taken down as plain data, compared word by word, given back."""
