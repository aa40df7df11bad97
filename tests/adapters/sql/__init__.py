"""What only databases can do: faults, several processes, migrations, backups."""
