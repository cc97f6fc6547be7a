"""What the program reads of plain English: whose conduct a sentence asks for. Pure, and of no room in particular."""
