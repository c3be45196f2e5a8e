"""What stands behind `make run`: one process that starts the parts of Recado, keeps them alive, and ends them all."""
