"""Collects the bot's sentences: ``python -m bot.locales`` brings every ``.po`` up to date with the code."""
