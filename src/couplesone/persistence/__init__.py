"""Tables, transactions, tenancy, encryption: everything that knows the database."""
