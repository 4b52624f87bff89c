import pytest
from facts.last_year.former_texts import SHORT

from assistant.facts.last_year import earlier_material, promises
from assistant.files import template_shelf


@pytest.fixture
def rows(individual_2025):
    """What a short material of last year promised, problem by problem."""
    return promises.rows(earlier_material.recognised(SHORT, template_shelf.known()), individual_2025)
