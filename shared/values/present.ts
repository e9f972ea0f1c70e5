type OptionalKey<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

/** A `T` whose optional fields may also be spelled out as undefined. */
export type WithUndefined<T> = {
  [K in keyof T]: K extends OptionalKey<T> ? T[K] | undefined : T[K];
};

/** The object without its undefined fields. In what we publish a missing value is an absent field, never null or "". */
export function dropUndefined<T extends object>(fields: WithUndefined<T>): T {
  // The cast is what the filter does; TypeScript does not follow Object.fromEntries.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
