"""The front page."""


def home(request):
    raise NotImplementedError
