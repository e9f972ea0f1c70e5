/** The Clasificador por Objeto del Gasto as a scheme of item classifications: the standard's list is open and has no code for it. */
export const cogScheme = "MX-COG";
