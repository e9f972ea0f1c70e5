/** What is masked. A company's RFC (12 characters) is public and is not. */
export type MaskKind = "curp" | "rfc" | "email" | "phone" | "ip" | "session" | "name" | "address";

/** A text to be masked, found by its form: what stands in its group `hide`, or all of it. */
export interface MaskPattern {
  kind: MaskKind;
  pattern: RegExp;
  mask: (text: string) => string;
}

/** Letters and digits of `text` in turn replaced by those of `model`, all else kept: `PEGJ-800101-AB1` → `XAXX-010101-000`. */
function fitModel(text: string, model: string): string {
  let next = 0;
  return text.replace(/[\p{L}\d&?#]/gu, (char) => model[next++] ?? char);
}

/** `Juan Pérez` → `Xxxx Xxxxx`, `30-A` → `00-X`: the form without what it says. */
export function keepForm(text: string): string {
  return text
    .replace(/\p{L}/gu, (letter) => (letter === letter.toLowerCase() ? "x" : "X"))
    .replace(/\d/g, "0");
}

export const hideDigits = (text: string): string => text.replace(/\d/g, "0");

/** The public RFC of people without one (Anexo 20 of the SAT): it passes for an RFC and is nobody's. */
const nobodysRfc = "XAXX010101000";
const nobodysCurp = "XAXX010101HXXXXX00";

export const maskRfc = (text: string): string => fitModel(text, nobodysRfc);

const day = String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
/** Area codes of the State of Durango: three numbers with hyphens between them may be a procedure's otherwise. */
const areaCode = "618|629|649|671|674|675|676|677|871|872";

/** In the order in which they are looked for; what one has masked, the next one sees masked. */
export const maskPatterns: readonly MaskPattern[] = [
  {
    kind: "curp",
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])[A-ZÑ]{4}${day}[HMX][A-ZÑ]{5}[A-Z\d]\d(?![\p{L}\d])`,
      "giu",
    ),
    mask: (text) => fitModel(text, nobodysCurp),
  },
  {
    kind: "rfc",
    // Letters that were lost on the way (`?`, `#`) count as letters.
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d&?])[A-ZÑ&?#]{4}(?<sep>[ -]?)${day}\k<sep>[1-9A-V][1-9A-Z][0-9A](?![\p{L}\d])`,
      "giu",
    ),
    mask: maskRfc,
  },
  {
    kind: "email",
    // Addresses of the state keep their domain, which is the office's.
    pattern:
      /(?<hide>[\w.+-]{1,64}@(?:(?![\w.-]*\.gob\.mx\b)[\w-]{1,63}(?:\.[\w-]{1,63})+)|[\w.+-]{1,64}(?=@[\w.-]+\.gob\.mx\b))/giu,
    mask: keepForm,
  },
  {
    kind: "phone",
    pattern:
      /\b(?:tel[eé]fonos?|tels?|cel(?:ular(?:es)?)?|fax|whats ?app|conmutador|m[oó]vil)\b[\s.:"\ue000]*(?<hide>\+?[\d(](?:[\d ()./\u00a0-]|,\s?(?=\d)| y (?=\d)| ?ext\.? ?(?=\d)){5,}\d)/giu,
    mask: hideDigits,
  },
  {
    kind: "phone",
    pattern: new RegExp(
      String.raw`(?<![\d/-])(?:\+52[ .-]?(?:1[ .-]?)?\(?\d{2,3}\)?[ .-]?\d{3,4}[ .-]?\d{2}[ .-]?\d{2}|` +
        String.raw`\(\d{2,3}\) ?\d{3,4}[ .-]?\d{2}[ .-]?\d{2}|\d{3}([ .])\d{3}\1\d{2}\1?\d{2}|` +
        String.raw`(?:${areaCode})-\d{3}-\d{2}-?\d{2})(?![\d/-])`,
      "gu",
    ),
    mask: hideDigits,
  },
  {
    kind: "ip",
    pattern: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g,
    mask: hideDigits,
  },
  {
    kind: "session",
    // Of .NET without cookies, of Java, and of whatever puts it into an address or a script.
    pattern:
      /(?:\(S\(|;jsessionid=|\b(?:asp\.net_sessionid|phpsessid|session_?id|csrf-?token|__RequestVerificationToken|access_?token)\b["']?\s*[=:]\s*["']?)(?<hide>[\w+/=.-]{8,})/gi,
    mask: keepForm,
  },
];

/** In the source of a tag: the value of a field or `meta` that carries a token or a session. */
export const tokenTag =
  /(?:\b(?:name|id)\s*=\s*["']?(?:__RequestVerificationToken|__VIEWSTATE\w*|__EVENTVALIDATION|[\w-]*(?:csrf|xsrf)[\w-]*|_token)\b["']?[^>]*?\b(?:value|content)\s*=\s*|\bnonce\s*=\s*)(?:"(?<quoted>[^"]*)"|'(?<single>[^']*)')/i;
export const tokenTagReversed =
  /\b(?:value|content)\s*=\s*(?:"(?<quoted>[^"]*)"|'(?<single>[^']*)')[^>]*?\b(?:name|id)\s*=\s*["']?(?:__RequestVerificationToken|__VIEWSTATE\w*|__EVENTVALIDATION|[\w-]*(?:csrf|xsrf)[\w-]*|_token)\b/i;
