/** What the note says of one package. */
interface Package {
  name: string;
  sha256: string;
}

/** The note for whoever reviews the packages: how to make the same ones from the sources that it comes with. */
export function writeBuildNote(about: {
  version: string;
  commit: string;
  node: string;
  npm: string;
  packages: readonly Package[];
}): string {
  const { version, commit, node, npm, packages } = about;
  return `# How to build the packages

Compras Abiertas Durango ${version}, commit ${commit}.

    npm ci
    npm run package

Built with Node ${node} and npm ${npm} on Linux; Node 20.19 or later will do. \`npm ci\` installs the exact versions of
\`package-lock.json\` from the npm registry, and nothing else is fetched. The packages come out in \`build/\`, the same to the byte in
whatever folder, whenever and in whatever time zone they are built:

${packages.map(({ name, sha256 }) => `    ${sha256}  ${name}`).join("\n")}

The scripts are bundled and minified by Plasmo (Parcel). The source map of each one is in \`source-maps/\`, under the script's name; the
packages hold none. The sources of the extension are in \`extension/\`, \`shared/\` and \`locales/\`.
`;
}
