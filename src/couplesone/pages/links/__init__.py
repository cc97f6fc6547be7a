"""What staff does with access links: hand them out, see which are open, take them back."""
