"""Journeys against referees: servers that play a platform and judge every request. Run by ``.ci/run`` only."""
