"""Bills that we make up: facts, then a layout that prints them, then words with boxes and the true answer."""
