import type {
  mainProcurementCategories,
  procurementMethods,
  tenderStatuses,
} from "../ocds/codelists.ts";

/** Codes of OCDS → the words by which people in Durango know them, for files that are read rather than computed with. */

export const methodWords: Readonly<Record<(typeof procurementMethods)[number], string>> = {
  open: "Abierta",
  selective: "Por invitación",
  limited: "Limitada",
  direct: "Directa",
};

export const categoryWords: Readonly<Record<(typeof mainProcurementCategories)[number], string>> = {
  goods: "Bienes",
  works: "Obra",
  services: "Servicios",
};

export const statusWords: Readonly<Record<(typeof tenderStatuses)[number], string>> = {
  planning: "En planeación",
  planned: "Planeada",
  active: "En curso",
  cancelled: "Cancelada",
  unsuccessful: "Desierta",
  complete: "Concluida",
  withdrawn: "Retirada",
};
