import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { knownExtensions } from "../../../shared/ocds/extensions.ts";
import {
  CompiledRelease,
  RecordPackage,
  Release,
  ReleasePackage,
} from "../../../shared/ocds/schema.ts";
import {
  compileOfficialSchema,
  isObject,
  officialFolder,
  readOfficialSchema,
  readSchema,
  type Schema,
} from "./official-schema.ts";
import { makeWholeRelease, resolve } from "./whole-release.ts";

/** `tender/title` → whether it must be there, and whether it may be null. */
type Fields = Record<string, { isRequired: boolean; mayBeNull: boolean }>;

describe.skipIf(officialFolder === undefined)(
  "the model beside the official schema (skipped: name its folder in OCDS_SCHEMA_DIR)",
  () => {
    const folder = officialFolder ?? "";
    const schema = officialFolder === undefined ? {} : readOfficialSchema(folder, knownExtensions);

    it("has every field that the schema has and no other, each required and nullable as there", () => {
      const ours = modelFields(Release);
      expect(Object.keys(ours).length).toBeGreaterThan(600);
      expect(ours).toEqual(schemaFields(schema, schema));
    });

    it.each([
      ["release packages", ReleasePackage, "release-package-schema.json"],
      ["record packages and records", RecordPackage, "record-package-schema.json"],
    ])(
      "has every field of %s and no other, each required and nullable as there",
      (_what, model, file) => {
        const official = readSchema(join(folder, "1.1.5", file));
        // What stands inside these is looked at above, or by the official schemas alone.
        const fields = Object.entries(modelFields(model)).filter(
          ([path]) => !/^records\/(compiled|versioned)Release\//.test(path),
        );
        expect(Object.fromEntries(fields)).toEqual(schemaFields(official, official));
      },
    );

    it("accepts a release in which every field is filled, and the same compiled", () => {
      const release = makeWholeRelease(schema);
      const compiled = { ...release, tag: ["compiled"] };
      const validate = compileOfficialSchema(folder, knownExtensions);
      expect([validate(release), validate(compiled)]).toEqual([true, true]);
      expect(Release.safeParse(release).error?.issues).toBeUndefined();
      expect(CompiledRelease.safeParse(compiled).error?.issues).toBeUndefined();
    });

    it("keeps all that it accepts, field for field", () => {
      const release = makeWholeRelease(schema);
      expect(Release.parse(release)).toEqual(release);
    });
  },
);

function schemaFields(part: unknown, root: Schema, at = ""): Fields {
  const schema = resolve(part, root);
  if (schema.items !== undefined) return schemaFields(schema.items, root, at);
  if (!isObject(schema.properties)) return {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields: Fields = {};
  for (const [name, field] of Object.entries(schema.properties)) {
    const path = at === "" ? name : `${at}/${name}`;
    fields[path] = {
      isRequired: required.includes(name),
      mayBeNull: [resolve(field, root).type].flat().includes("null"),
    };
    Object.assign(fields, schemaFields(field, root, path));
  }
  return fields;
}

function modelFields(schema: unknown, at = ""): Fields {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return modelFields(schema.unwrap(), at);
  }
  if (schema instanceof z.ZodArray) return modelFields(schema.element, at);
  if (!(schema instanceof z.ZodObject)) return {};
  const fields: Fields = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const path = at === "" ? name : `${at}/${name}`;
    const isOptional = field instanceof z.ZodOptional;
    fields[path] = {
      isRequired: !isOptional,
      mayBeNull: (isOptional ? field.unwrap() : field) instanceof z.ZodNullable,
    };
    Object.assign(fields, modelFields(field, path));
  }
  return fields;
}
