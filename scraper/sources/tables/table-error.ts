import { StopRunError } from "../../errors.ts";
import type { SourceFile } from "./sheet.ts";

/** Where in a file: all of it, a sheet, a row of it as the spreadsheet numbers it. */
export interface TablePlace {
  sheet?: string | undefined;
  row?: number | undefined;
}

/** A file of tables that cannot be read, or not whole: nothing of it is taken. Thrown by the readers in `scraper/sources/tables`. */
export class UnreadableTableError extends StopRunError {
  override name = "UnreadableTableError";

  /** @param reason what is wrong and what to do, as whole sentences. */
  constructor(
    file: Pick<SourceFile, "name">,
    reason: string,
    { sheet, row, cause }: TablePlace & { cause?: unknown } = {},
  ) {
    const place = [
      file.name,
      ...(sheet === undefined || sheet === "" ? [] : [`sheet "${sheet}"`]),
      ...(row === undefined ? [] : [`row ${row}`]),
    ];
    super(`${place.join(", ")}: ${reason}`, cause === undefined ? {} : { cause });
  }
}
