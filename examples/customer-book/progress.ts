/** Shows how far a long read has come. */
export interface Progress {
  /** @param done - from 0 to 1 */
  show(done: number, rows: number): void;
  /** Wipes the bar off the screen. */
  end(): void;
}

const width = 32;
const everyMs = 100;

/** Where text is shown: `process.stdout` is one. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A bar on a terminal; silent where the stream is none, and in the first moments, so that short input shows nothing. */
export function progressBar(stream: Screen): Progress {
  if (stream.isTTY !== true) return { show() {}, end() {} };
  let nextMs = performance.now() + 3 * everyMs;
  let isShown = false;
  return {
    show(done, rows) {
      const nowMs = performance.now();
      if (nowMs < nextMs) return;
      nextMs = nowMs + everyMs;
      isShown = true;
      const full = Math.round(Math.min(done, 1) * width);
      const percent = String(Math.floor(Math.min(done, 1) * 100)).padStart(3);
      stream.write(
        `\r  ${"█".repeat(full)}${"░".repeat(width - full)} ${percent} %  ${rows.toLocaleString("en")} lines\u001b[K`,
      );
    },
    end() {
      if (isShown) stream.write("\r\u001b[K");
    },
  };
}
