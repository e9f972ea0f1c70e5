/** The extensions that the published releases use, by the address of each one's `extension.json`. */
export const declaredExtensions = [
  "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bidOpening_extension/master/extension.json",
  "https://raw.githubusercontent.com/contratacionesabiertas/ocds_clarificationMeetings_extension/master/extension.json",
];

/** The extensions that the model knows: those, and bids, which is declared where releases say who bids. Its version is fixed, since its master differs. */
export const knownExtensions = [
  ...declaredExtensions,
  "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json",
];
