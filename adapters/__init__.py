"""The top floor: one folder per part of the outside world. None knows another; `cli` puts them together."""
