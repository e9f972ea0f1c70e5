// Plain JavaScript, since a thread of Node's begins before TypeScript can be read.
const { register } = await import("tsx/esm/api");
register();
await import("./read-pages.ts");
