import { expect, it } from "vitest";
import { foldText } from "../../../shared/search/fold.ts";
import { beginningsOf, stemWord } from "../../../shared/search/stem.ts";

const stemsOf = (words: string) => words.split(" ").map((word) => stemWord(foldText(word)));

it.each([
  // Number.
  "útil útiles",
  "luz luces",
  "lápiz lápices",
  "maíz maíces",
  "enlace enlaces",
  "hospital hospitales",
  "aula aulas",
  "contratación contrataciones",
  "tóner tóneres",
  "año años",
  "kit kits",
  "batería baterías",
  "gas gases",
  "mes meses",
  "plaza plazas",
  "red redes",
  "escolar escolares",
  // Whose singular ends in -s.
  "autobús autobuses autobuse",
  "ómnibus omnibuses",
  "microbús microbuses",
  "arnés arneses",
  "país países paise",
  "interés intereses",
  "compás compases",
  "francés franceses",
  "inglés ingleses",
  "gris grises",
  "estatal estatales",
  // Gender of adjectives.
  "médico médica médicos médicas",
  "nuevo nueva nuevos nuevas",
  "externo externa",
  "interno interna internos internas",
  "público pública públicas",
  "eléctrico eléctrica eléctricos",
  "correctivo correctiva",
  "preventivo preventiva preventivos",
  "privado privada",
  "usado usadas",
  "sólido sólida sólidos",
  "unido unidas",
  "sanitario sanitaria",
  "vario varias",
  "peligroso peligrosas",
  "urbano urbana",
  "primer primero primera",
  "tercer tercera",
  "abierto abierta",
  "desierto desierta",
  "frío frías",
  "aéreo aérea",
  "porcino porcina",
  "español española españoles",
  // Of people.
  "enfermero enfermera enfermeros",
  "maestro maestra",
  "alumno alumnas",
  "niño niña niños niñas",
  "NINO NINAS",
  "secretario secretaria",
  "director directora directores directoras",
  "computadora computadoras computador computadores",
  "psicólogo psicóloga",
  "ciudadano ciudadana",
  "jefe jefa jefes",
  "señor señora señores",
  "7 07 007",
])("takes for one word: %s", (forms) => {
  expect(new Set(stemsOf(forms)).size).toBe(1);
});

it.each([
  "año ano",
  "seguro segura seguridad",
  "impresora impresión",
  "mesas meses",
  "madera Madero",
  "blancos Blanco",
  "pasto pasta",
  "puertas puerto",
  "libros libras",
  "platos plata",
  "bancas banco",
  "gas gasas",
  "botes botas",
  "cubiertos cubierta",
  "cuento cuenta",
  "parto parte",
  "palos palas",
  "medios medias",
  "pesos pesas",
  "bolso bolsa",
  "correo correa",
  "carteros carteras",
  "auditoría auditorio",
  "grado grada",
  "calzado calzada",
  "partida partido",
  "helado helada",
  "vacuna vacuno",
  "plano plana plan",
  "foso fosa",
  "María Mario",
  "Juana Juan",
  "nuevo nueve",
  "corto corte",
  "mejora mejor",
  "flora flor",
  "hora horno",
  "junta junto",
  "baja bajo",
  "lista listo",
  "cuarto cuarta",
  "concreto concreta",
  // The z of another word than the singular.
  "placas plazo plaza",
  "pozo poca",
  "marzo marca marco",
  "tazas tacos",
  "lanza lance",
  "n7 7",
  "00 10",
])("keeps apart: %s", (words) => {
  const stems = stemsOf(words.replace("", ""));
  expect(new Set(stems).size).toBe(stems.length);
});

it("tells how the forms of a stem begin", () => {
  const forms = "médicas primer luces luz computadora niñas directoras enlaces gases sal".split(
    " ",
  );
  const strange = forms.map(foldText).filter((word) => {
    const beginnings = beginningsOf(stemWord(word));
    return !beginnings.some((one) => word.startsWith(one) && word.length <= one.length + 2);
  });
  expect(strange).toEqual([]);
});
