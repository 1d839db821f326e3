"""Facts of languages: the words that a program must know to read a sentence, one file for each language."""
