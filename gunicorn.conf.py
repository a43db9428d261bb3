"""How gunicorn serves the portal, with or without `make run`.

Behind a proxy this is the whole configuration: `gunicorn malangnews.wsgi`.
"""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
proc_name = "malangnews"

# Threads keep a slow reader from blocking the others; two processes use two cores.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# Heartbeats in memory, so that a busy disk does not look like a dead worker.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108

timeout = 30
graceful_timeout = 20
keepalive = 5
# Workers are renewed now and then, not all at once: a slow leak never becomes an outage.
max_requests = 5000
max_requests_jitter = 500

# Longer addresses and fatter headers than any page of ours needs are refused early.
limit_request_line = 4094
limit_request_fields = 60
limit_request_field_size = 8190

# On by default since gunicorn 27: one socket shared by every gunicorn of a user.
control_socket_disable = True

loglevel = os.environ.get("LOG_LEVEL", "info").lower()
