/** A source of numbers in [0, 1), each call the next. */
export type Random = () => number;

/** A seeded source: the same seed gives the same numbers on every runtime.
 *
 * sfc32 (small fast counter, 128 bits of state), its state filled from the seed by {@link hash32}. Good for simulation
 * and sampling; never for secrets.
 * @param seed - any text or number
 * @returns a function that gives the next number in [0, 1), 32 bits fine
 * @see C. Doty-Humphrey, PractRand, sfc32
 * @example
 * ```ts
 * import { seededRandom } from "clientele/kernel";
 * if (seededRandom("a")() !== seededRandom("a")()) throw new Error("not reproducible");
 * ```
 */
export function seededRandom(seed: string | number): Random {
  const text = String(seed);
  let a = hash32(text, 1);
  let b = hash32(text, 2);
  let c = hash32(text, 3);
  let counter = 1;
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A stable 32-bit hash of a text: MurmurHash3 (x86, 32 bit) of its UTF-8 bytes.
 *
 * For stable buckets and fingerprints, the same on every runtime and in every release; never for secrets.
 * @param text - any text; a lone surrogate counts as U+FFFD
 * @param seed - an unsigned 32-bit integer; another seed gives an independent hash
 * @returns an unsigned 32-bit integer
 * @see A. Appleby, MurmurHash3_x86_32
 * @example
 * ```ts
 * import { hash32 } from "clientele/kernel";
 * if (hash32("hello") !== 0x248bfa47) throw new Error("another hash");
 * ```
 */
export function hash32(text: string, seed = 0): number {
  const bytes = utf8Bytes(text);
  const blocks = bytes.length - (bytes.length % 4);
  let h = seed | 0;
  for (let i = 0; i < blocks; i += 4) {
    h ^= mixBlock(bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
    h = (h << 13) | (h >>> 19);
    h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let i = bytes.length - 1; i >= blocks; i--) tail = (tail << 8) | bytes[i]!;
  if (bytes.length > blocks) h ^= mixBlock(tail);
  h ^= bytes.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number in [0, 1) that belongs to a text: the same customer lands in the same place of a split every time.
 * @param text - what is split, often an id
 * @param salt - the name of the split: another salt splits independently
 * @returns a number in [0, 1)
 */
export function hashFraction(text: string, salt = ""): number {
  return hash32(text, hash32(salt)) / 4294967296;
}

function mixBlock(block: number): number {
  const k = Math.imul(block, 0xcc9e2d51);
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593);
}

function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    let code = character.codePointAt(0)!;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}
