"""Sample data of the components page."""


def components(request):
    raise NotImplementedError
