"""The lobby: settings, the map of the site, and pages that belong to no single room."""
