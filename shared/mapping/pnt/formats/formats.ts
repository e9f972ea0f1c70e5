import type { PntFormat } from "./format.ts";
import { format43335 } from "./format-43335.ts";
import { format43336 } from "./format-43336.ts";
import { format59729 } from "./format-59729.ts";

/** Every layout that is read. */
export const pntFormats: readonly PntFormat[] = [format43335, format43336, format59729];
