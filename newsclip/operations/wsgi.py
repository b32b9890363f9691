"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from newsclip.operations.supervisor import end_with_parent

# The server's own process may be killed; a worker left behind would hold its port for ever.
end_with_parent()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclip.settings")
application = get_wsgi_application()
