import { ReflectionKind } from "typedoc";
import { readHouse, sourcesOf } from "./scripts/house.mjs";

const { index, ...rooms } = sourcesOf(readHouse("."));

/** A `{@link X}` to what another room exports, though the file itself does not import it: an error that comes from below.
 * @param {import("typedoc").Application} app
 */
function linkAcrossRooms(app) {
  app.converter.addUnknownSymbolResolver((reference, from, link) => {
    if (link === undefined) return undefined; // a type, not a link in a comment
    const [{ path: name = "" } = {}, ...deeper] = reference.symbolReference?.path ?? [];
    if (deeper.length > 0) return undefined;
    const target = from.project.children
      ?.flatMap((room) => room.children ?? [])
      .find((it) => it.name === name && !it.kindOf(ReflectionKind.Reference));
    return target === undefined ? undefined : { target };
  });
}

/** @type {Partial<import("typedoc").TypeDocOptions & import("typedoc-plugin-markdown").PluginOptions>} */
export default {
  name: "clientele",
  // The whole comes last: a name is documented in its room, and the whole refers to it.
  entryPoints: [...Object.values(rooms), index ?? ""],
  tsconfig: "tsconfig.src.json",
  plugin: ["typedoc-plugin-markdown", linkAcrossRooms],
  out: "docs/api",
  readme: "none",
  excludePrivate: true,
  excludeExternals: true,
  excludeInternal: true,
  // The source's own commit would change every page at every commit.
  disableSources: true,
  treatWarningsAsErrors: true,
  validation: { notDocumented: true, invalidLink: true, notExported: true },
  // A base class whose members Facts shows, and lists that a union of names is taken from.
  intentionallyNotExported: ["FactsTables", "WEEKDAYS", "CATEGORIES"],
  // Not Property: a field whose name and unit say all needs no sentence.
  requiredToBeDocumented: ["Variable", "Function", "Class", "Interface", "Method", "Accessor", "TypeAlias"],
};
