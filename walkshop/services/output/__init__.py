"""Documents, pages, tables and map layers of a walk: one writer per kind, one door to them all."""

from walkshop.services.output.export import DOCUMENTS, export
from walkshop.services.output.request import PAPERS, ExportRequest, Made, MapPicture

__all__ = ["DOCUMENTS", "PAPERS", "ExportRequest", "Made", "MapPicture", "export"]
