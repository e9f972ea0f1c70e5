import type { DictionarySection } from "./entry.ts";

/** What Mexico's EDCA services answer, as static files. */
export const edcaSection: DictionarySection = {
  id: "edca",
  title: "Servicio EDCA (lo que pide Kingfisher Collect)",
  about:
    "Las mismas entregas, en las direcciones que usan las plataformas mexicanas de contrataciones abiertas.",
  entries: [
    { path: "fiscalYears", name: "Años", meaning: "Los años de los que hay procedimientos." },
    {
      path: "fiscalYears/year",
      name: "Año",
      meaning:
        "El año en que se publicó la convocatoria o, si el portal no da la fecha, el de la primera entrega.",
    },
    {
      path: "arrayReleasePackage",
      name: "Paquetes",
      meaning: "Un paquete con todas las entregas de los procedimientos de ese año.",
      holds: "paquete",
    },
  ],
};
