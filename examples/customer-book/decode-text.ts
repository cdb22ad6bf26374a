import { isUtf8 } from "node:buffer";
import { WrongEncodingError } from "./errors.js";

const lineFeed = 0x0a;

/** Makes UTF-8 of a file's bytes, and refuses bytes that are not text in the encoding named.
 * @param encoding - label of the WHATWG encoding standard: `"utf-8"`, `"gbk"`, …
 * @returns UTF-8 without a byte-order mark
 * @throws When a byte is not of the encoding: {@link WrongEncodingError}, which names the line where UTF-8 was expected.
 */
export function decodeText(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  return new TextDecoder(encoding).encoding === "utf-8" ? checkUtf8(chunks) : transcode(chunks, encoding);
}

/** Passes bytes on by whole lines, since a line feed is never inside a character of UTF-8. */
async function* checkUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let isFirst = true;
  for await (const chunk of chunks) {
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const bytes = isFirst ? withoutMark(joined) : joined;
    const end = bytes.lastIndexOf(lineFeed) + 1;
    rest = bytes.subarray(end);
    if (end === 0) continue;
    isFirst = false;
    line = checkLines(bytes.subarray(0, end), line);
    yield bytes.subarray(0, end);
  }
  const last = isFirst ? withoutMark(rest) : rest;
  checkLines(last, line);
  if (last.length > 0) yield last;
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** The number of the line after these bytes. */
function checkLines(bytes: Buffer, firstLine: number): number {
  if (isUtf8(bytes)) return firstLine + countLines(bytes);
  let line = firstLine;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end;
  }
  throw new WrongEncodingError({ expected: `text in UTF-8, line ${line} is not: try ${hint(bytes)}` });
}

function hint(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? "--encoding utf-16le" : "--encoding gbk (or windows-1252)";
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}

async function* transcode(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }));
    } catch (cause) {
      throw new WrongEncodingError({ expected: `text in ${encoding}`, cause });
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}
