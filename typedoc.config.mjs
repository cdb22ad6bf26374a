import { Converter, ReflectionKind } from "typedoc";
import { readHouse, sourcesOf } from "./scripts/house.mjs";

/** Fields of interfaces and classes are documented; those of a literal type inside a type need not be, which
 * typedoc's own check cannot tell apart.
 * @param {import("typedoc").Application} app
 */
function requireFieldComments(app) {
  const last = -1000; // after comments were inherited
  app.converter.on(
    Converter.EVENT_RESOLVE_END,
    ({ project }) => {
      for (const field of project.getReflectionsByKind(ReflectionKind.Property)) {
        if (field.parent?.kindOf(ReflectionKind.TypeLiteral) || field.hasComment()) continue;
        app.logger.validationWarning(/** @type {any} */ (`${field.getFullName()} has no comment`));
      }
    },
    last,
  );
}

/** @type {Partial<import("typedoc").TypeDocOptions & import("typedoc-plugin-markdown").PluginOptions>} */
export default {
  name: "clientele",
  entryPoints: Object.values(sourcesOf(readHouse("."))),
  tsconfig: "tsconfig.src.json",
  plugin: ["typedoc-plugin-markdown", requireFieldComments],
  out: "docs/api",
  readme: "none",
  excludePrivate: true,
  excludeExternals: true,
  // The source's own commit would change every page at every commit.
  disableSources: true,
  treatWarningsAsErrors: true,
  validation: { notDocumented: true, invalidLink: true, notExported: true },
  requiredToBeDocumented: ["Variable", "Function", "Class", "Interface", "Method", "Accessor", "TypeAlias"],
};
