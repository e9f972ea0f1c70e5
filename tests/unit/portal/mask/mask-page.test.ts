import { describe, expect, it } from "vitest";
import { decodePage } from "../../../../scraper/crawl/decode-page.ts";
import { readHtml } from "../../../../scraper/crawl/read-page.ts";
import { maskPage } from "../../../../shared/portal/mask/mask-page.ts";
import type { PageDefinition } from "../../../../shared/portal/pages/definition.ts";
import { padron } from "../../../../shared/portal/pages/padron.ts";
import { procedimiento } from "../../../../shared/portal/pages/procedimiento.ts";
import { durango } from "../../../../shared/portal/profiles/durango.ts";
import { normalizeRfc } from "../../../../shared/values/rfc.ts";
import { pageCases } from "../page-cases.ts";
import { readCase } from "../read-case.ts";

const read = (html: string, definition: PageDefinition) =>
  readHtml(new TextEncoder().encode(html), "utf-8", definition, durango);

function mask(html: string, definition: PageDefinition = procedimiento) {
  return maskPage(html, read(html, definition), durango);
}

const detail = (body: string) => `<main><dl><dt>Descripción:</dt><dd>PAPEL</dd>${body}</dl></main>`;

describe("masking what is personal", () => {
  it.each([
    [
      "a person's RFC",
      "<p>PEGJ800101AB1 y pegj-800101-ab1</p>",
      "<p>XAXX010101000 y XAXX-010101-000</p>",
    ],
    ["one with a lost letter", "<p>PE?J800101AB1</p>", "<p>XAXX010101000</p>"],
    ["a company's RFC, which is public", "<p>ZZA010203AB3, ZZ&amp;990101J53</p>", undefined],
    ["an RFC of nobody", "<p>XAXX010101000</p>", undefined],
    ["a CURP", "<p>PEGJ800101HDGRRN09</p>", "<p>XAXX010101HXXXXX00</p>"],
    [
      "an e-mail, but for the state's domain",
      '<a href="mailto:juana.perez@durango.gob.mx">juana.perez@durango.gob.mx</a> j2@correo.mx',
      '<a href="mailto:xxxxx.xxxxx@durango.gob.mx">xxxxx.xxxxx@durango.gob.mx</a> x0@xxxxxx.xx',
    ],
    [
      "telephones as they are written",
      "<p>Tel. 618 137 9500 ext. 12, (618) 137-95-00, 618-137-95-00, +52 618 137 95 00</p><b>Cel:</b> 6181379500",
      "<p>Tel. 000 000 0000 ext. 00, (000) 000-00-00, 000-000-00-00, +00 000 000 00 00</p><b>Cel:</b> 0000000000",
    ],
    [
      "numbers that are no telephones",
      "<p>910003968-001-23 EA-910002998-N11-2025 2026-03-10 10:00 DEL KM 12+000 AL KM 15+400 PML-RM-SPM-LPN-01/2019 $1,234,567.00</p>",
      undefined,
    ],
    ["the address of a machine", "<!-- servidor 10.20.30.40 -->", "<!-- servidor 00.00.00.00 -->"],
    [
      "tokens of a form, whatever the order of their attributes",
      '<input name="__RequestVerificationToken" type="hidden" value="aB3/x=" /><input value="dDw5" id="__VIEWSTATE"><input name="pagina" value="Nueve9">',
      '<input name="__RequestVerificationToken" type="hidden" value="xX0/x=" /><input value="xXx0" id="__VIEWSTATE"><input name="pagina" value="Nueve9">',
    ],
    [
      "sessions in addresses and scripts",
      '<a href="/(S(abc123def456))/consulta?x=1">a</a><script>var csrfToken = "Zx81Zx81";</script>',
      '<a href="/(S(xxx000xxx000))/consulta?x=1">a</a><script>var csrfToken = "Xx00Xx00";</script>',
    ],
    [
      "who is named beside a label, split by tags and entities",
      detail(
        "<dt>Responsable:</dt><dd>Lic. JUANA <b>P&#201;REZ</b></dd><dt>Unidad Compradora</dt><dd>SECRETARÍA DE SALUD</dd>",
      ),
      detail(
        "<dt>Responsable:</dt><dd>Xxx. XXXXX <b>XXXXX</b></dd><dt>Unidad Compradora</dt><dd>SECRETARÍA DE SALUD</dd>",
      ),
    ],
    [
      "the name wherever else it stands",
      `${detail("<dt>Elaboró</dt><dd>JUANA PÉREZ</dd>")}<p title="JUANA PÉREZ">Firma de JUANA\n PÉREZ, PÉREZ</p><script>var p = {"quien":"JUANA PÉREZ"};</script>`,
      `${detail("<dt>Elaboró</dt><dd>XXXXX XXXXX</dd>")}<p title="XXXXX XXXXX">Firma de XXXXX\n XXXXX, PÉREZ</p><script>var p = {"quien":"XXXXX XXXXX"};</script>`,
    ],
    [
      "a name after a colon",
      "<p>Contacto: Juana Pérez<br>Planta baja</p>",
      "<p>Contacto: Xxxxx Xxxxx<br>Planta baja</p>",
    ],
    [
      "a name in a script's data",
      `<script>var filas = [{"nombreResponsable": "JUANA PÉREZ", "objeto": "PAPEL BOND"}];</script>`,
      `<script>var filas = [{"nombreResponsable": "XXXXX XXXXX", "objeto": "PAPEL BOND"}];</script>`,
    ],
    [
      "no office, and no label in the place of a name",
      detail(
        "<dt>Responsable:</dt><dt>Unidad Compradora</dt><dd>DIF ESTATAL</dd><dt>Contacto</dt><dd>Dirección de Adquisiciones</dd>",
      ),
      undefined,
    ],
  ])("hides %s", (_title, html, masked = html) => {
    expect(mask(html).html).toBe(masked);
  });

  it("hides natural persons among suppliers, and leaves companies alone", () => {
    const page = (person: string) =>
      `<table><tr><th>RFC</th><th>Nombre</th><th>Domicilio</th><th>Teléfono</th></tr>` +
      `<tr><td>ZZA010203AB3</td><td>PAPELES DEL NORTE S.A. DE C.V.</td><td>Calle Falsa 12</td><td></td></tr>${person}</table>`;
    const html = page(
      "<tr><td>PEGJ800101AB1</td><td>JUANA PÉREZ GARCÍA</td><td>Av. Real 30-A</td><td>6181379500</td></tr><tr><td>ZZZZ800101</td><td>X</td><td></td><td></td></tr>",
    );
    expect(mask(html, padron)).toEqual({
      html: page(
        "<tr><td>XAXX010101000</td><td>XXXXX XXXXX XXXXXX</td><td>Xx. Xxxx 00-X</td><td>0000000000</td></tr><tr><td>XAXX010101</td><td>X</td><td></td><td></td></tr>",
      ),
      masked: { rfc: 2, name: 1, address: 1, phone: 1 },
    });
  });
});

describe("a masked page", () => {
  const cases = pageCases().map(
    (pageCase) => [`${pageCase.definition.id}/${pageCase.name}`, pageCase] as const,
  );

  it.each(cases)("is read as before, but for what was hidden: %s", (_title, pageCase) => {
    const { definition, html, charset } = pageCase;
    const source = decodePage(html, charset);
    const before = read(source, definition);
    const { html: masked, masked: counts } = maskPage(source, before, durango);
    const after = read(masked, definition);
    expect(maskPage(masked, after, durango)).toEqual({ html: masked, masked: {} });
    expect(masked).toHaveLength(source.length);
    if (Object.keys(counts).length === 0) expect(masked).toBe(source);
    else expect(definition.id).toBe("padron");
    const then = readCase(before, definition);
    expect(withoutPeople(readCase(after, definition), then)).toEqual(withoutPeople(then, then));
  });
});

/** Suppliers without telephones, and those who were natural persons before without RFC and name; anything else as it is. */
function withoutPeople(reading: unknown, before: unknown): unknown {
  if (!Array.isArray(reading) || !Array.isArray(before)) return reading;
  return reading.map((supplier, index) => {
    const { rfc = "", tipoPersona = "" } = before[index];
    const isPerson = /f[ií]sica/i.test(tipoPersona) || /^[A-ZÑ&?]{4}\d{6}/.test(normalizeRfc(rfc));
    const desconocidos = supplier.desconocidos.map(
      ({ etiqueta, texto }: { etiqueta: string; texto: string }) =>
        etiqueta === "Teléfono" ? { etiqueta, length: texto.length } : { etiqueta, texto },
    );
    if (!isPerson) return { ...supplier, desconocidos };
    const { rfc: _rfc, nombre, original, desconocidos: _before, ...rest } = supplier;
    const { rfc: _printed, nombre: printed, ...others } = original;
    return {
      ...rest,
      desconocidos,
      words: nombre.split(" ").length,
      others,
      printed: printed.length,
    };
  });
}
