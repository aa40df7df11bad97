"""Tests of `adapters.slack`."""
