"""Whether a line that strangers may see tells what it is about: words that must not stand in it, by locale."""

from couplesone.language.discretion.judging import telling_words as telling_words
