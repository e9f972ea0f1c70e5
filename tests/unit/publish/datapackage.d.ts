/** The parts of the library that the tests use; it brings no types of its own. */
declare module "datapackage" {
  export interface Resource {
    name: string;
    tabular: boolean;
    /** Rows by heading, each cell cast by the schema. Rejects with the faults of a row or a file that does not fit. */
    read(options: { keyed: true }): Promise<Record<string, unknown>[]>;
  }
  export const Package: {
    load(
      descriptor: object,
      options: { basePath: string; strict: boolean },
    ): Promise<{ valid: boolean; errors: Error[]; resources: Resource[] }>;
  };
}
