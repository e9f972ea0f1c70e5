import asides from "data-text:./asides.css";
import buttons from "data-text:./buttons.css";
import calendar from "data-text:./calendar.css";
import cards from "data-text:./cards.css";
import choices from "data-text:./choices.css";
import colors from "data-text:./colors.css";
import fields from "data-text:./fields.css";
import mine from "data-text:./mine.css";
import notices from "data-text:./notices.css";
import panel from "data-text:./panel.css";
import results from "data-text:./results.css";
import screens from "data-text:./screens.css";
import words from "data-text:./words.css";

/** How everything looks that the overlay and the extension's own pages share. Later sheets win over earlier ones. */
export const panelStyle = [
  colors,
  panel,
  buttons,
  fields,
  choices,
  asides,
  results,
  words,
  notices,
  screens,
  cards,
  mine,
  calendar,
].join("\n");
