/** The extensions that the published releases use, by the address of each one's `extension.json`. */
export const declaredExtensions = [
  "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bidOpening_extension/master/extension.json",
  "https://raw.githubusercontent.com/contratacionesabiertas/ocds_clarificationMeetings_extension/master/extension.json",
];
