"""What do the installation's figures say: counted by every process, looked up in the database, worded for Prometheus?"""
