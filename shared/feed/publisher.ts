/** The name under which feeds and calendars of this project stand in the lists of whoever reads them. */
export const publisherName = "Compras Abiertas Durango";
