"""What is named in a text?"""

from __future__ import annotations

from recado.nlu.entities.amounts import read_amounts
from recado.nlu.entities.documents import read_documents, read_plates
from recado.nlu.entities.links import read_links
from recado.nlu.entities.money import read_money
from recado.nlu.entities.phones import read_phones
from recado.nlu.entities.sheet import Sheet
from recado.nlu.entities.units import measure
from recado.nlu.models import Context, Entity


def read_entities(text: str, context: Context) -> tuple[Entity, ...]:
    """Return what is named in `text`, in its order, as the taxonomy's conventions for values say; times are not among it.

    Nothing is raised. At most the first 4,000 characters are read.
    """
    sheet = Sheet(text)
    read_links(sheet)
    read_documents(sheet)
    read_plates(sheet)
    read_phones(sheet)
    sheet.shorten()
    read_money(sheet, [measure(sheet.text, one) for one in read_amounts(sheet.text)])
    return sheet.entities()
