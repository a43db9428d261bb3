"""Every resource of the API, in the order in which readers are shown them."""

from malangnews.api.awards import AWARDS
from malangnews.api.groups import KIMS, MILESTONES
from malangnews.api.organizers import ORGANIZATIONS, PROGRAMMES
from malangnews.api.places import KELURAHAN, POTENTIALS
from malangnews.api.stories import STORIES

RESOURCES = (
    *(STORIES, AWARDS, PROGRAMMES, ORGANIZATIONS),
    *(KIMS, MILESTONES, KELURAHAN, POTENTIALS),
)
BY_NAME = {resource.name: resource for resource in RESOURCES}
