"""Django's database backend of the submission's interpreter. Django wants a package with a module `base`."""
