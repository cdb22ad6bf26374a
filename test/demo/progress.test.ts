import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { progressBar } from "../../examples/customer-book/progress.js";

function fakeScreen(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
}

describe("edges", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("grows with what is read, and leaves nothing behind", () => {
    const screen = fakeScreen(true);
    const bar = progressBar(screen);
    vi.advanceTimersByTime(1000);
    bar.show(0.25, 1000);
    vi.advanceTimersByTime(1000);
    bar.show(1.2, 4000);
    bar.end();
    expect(screen.written[0]).toMatch(/█{8}░{24} {2}25 % {2}1,000 lines/);
    expect(screen.written[1]).toMatch(/█{32} 100 % {2}4,000 lines/);
    expect(screen.written[2]).toBe("\r\u001b[K");
  });

  it("is not shown for short input, nor where there is no terminal", () => {
    const [terminal, file] = [fakeScreen(true), fakeScreen(false)];
    for (const screen of [terminal, file]) {
      const bar = progressBar(screen);
      if (screen === file) vi.advanceTimersByTime(5000);
      bar.show(0.5, 10);
      bar.end();
      expect(screen.written).toEqual([]);
    }
  });
});
