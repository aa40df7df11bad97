"""What must hold, floor by floor as in the code."""
