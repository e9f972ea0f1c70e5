import ICAL from "ical.js";

// A line has at most 75 octets (RFC 5545, 3.1), and the library does not count the space that a folded line begins with.
ICAL.foldLength = 74;

/** A property of iCalendar: its name, its value, and the parameters that it has. */
type PropertyParts = readonly [
  name: string,
  value: string | number | ICAL.Time | ICAL.Duration | ICAL.UtcOffset,
  parameters?: Readonly<Record<string, string>>,
];

/** A component of iCalendar. Control characters, for which a TEXT has no place (RFC 5545, 3.3.11), become spaces. */
export function icsComponent(name: string, properties: readonly PropertyParts[]): ICAL.Component {
  const component = new ICAL.Component(name);
  for (const [propertyName, value, parameters = {}] of properties) {
    const property = new ICAL.Property(propertyName, component);
    // The library takes the value of a property that it does not know as it is: commas would split it.
    if (property.type === "unknown" && typeof value === "string") property.resetType("text");
    for (const [parameter, text] of Object.entries(parameters)) {
      property.setParameter(parameter, text);
    }
    property.setValue(typeof value === "string" ? withoutControls(value) : value);
    component.addProperty(property);
  }
  return component;
}

/** Its text, as a part of a calendar or a whole one, with the line ends of the standard. */
export function icsText(component: ICAL.Component): string {
  return `${component.toString()}\r\n`;
}

function withoutControls(text: string): string {
  return text.replace(/\r\n|\r/g, "\n").replace(/(?!\n)\p{Cc}/gu, " ");
}
