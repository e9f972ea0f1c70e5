/** What the SAT's list says and does not say, for every place that shows it: a listing accuses nobody. */
export const about69b =
  "Situación de este RFC en la lista que publica el SAT según el artículo 69-B del Código Fiscal de la Federación. " +
  "«Presunto» es un procedimiento en curso y no una conclusión; «Desvirtuado» y «Sentencia favorable» son a favor de la empresa. " +
  "La lista habla de comprobantes fiscales, no de contratos ni de licitaciones.";
