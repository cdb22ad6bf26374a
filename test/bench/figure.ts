/** One measured figure. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  /** The most it may be. */
  readonly bound: number;
  readonly holds: boolean;
  readonly against: string;
  readonly note: string;
}

/** A figure that holds while it is at most its bound. */
export function atMost(bound: number, figure: Omit<Figure, "bound" | "holds">): Figure {
  return { ...figure, bound, holds: figure.value <= bound };
}

/** How large a bench runs: `full` for the figures, `small` to see that it runs. */
export type Size = "full" | "small";

/** The median, the mean of the middle two for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  return (sorted[Math.floor(last / 2)]! + sorted[Math.ceil(last / 2)]!) / 2;
}

/** Times two pieces of work in turns, A B A B …, after warm-up, and gives the medians and the median of the pairs' ratios. */
export async function interleaved(
  a: () => unknown,
  b: () => unknown,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<{ readonly aMs: number; readonly bMs: number; readonly ratio: number }> {
  const times: { a: number; b: number }[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const pair = { a: await timed(a), b: await timed(b) };
    if (round >= 0) times.push(pair);
  }
  return {
    aMs: median(times.map((pair) => pair.a)),
    bMs: median(times.map((pair) => pair.b)),
    ratio: median(times.map((pair) => pair.a / pair.b)),
  };
}

async function timed(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  await work();
  return performance.now() - start;
}
