const usual = 100;
const wanted = Number(process.env["CLIENTELE_RUNS"] ?? usual);
if (!Number.isInteger(wanted) || wanted < 1) throw new Error("CLIENTELE_RUNS is a whole number of at least 1");

/** How often a property is tried: `usually` times in the suite, in proportion more when `npm run soak` sets
 * CLIENTELE_RUNS (the runs that a property of the usual 100 shall get). Every property takes its `numRuns` from here.
 * @param usually - runs in the ordinary suite; a slow property says fewer than 100 and stays in proportion
 */
export function runs(usually: number = usual): { readonly numRuns: number } {
  return { numRuns: Math.max(1, Math.round((usually * wanted) / usual)) };
}
