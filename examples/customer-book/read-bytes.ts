import { createReadStream, type ReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { BrokenGzipError, UnreadableFileError } from "./errors.js";

/** A file's bytes as they come, unpacked where the file is gzip. */
export interface FileBytes {
  readonly chunks: AsyncIterable<Buffer>;
  /** Bytes of the file itself, packed where it is packed. */
  readonly size: number;
  /** How many of them were read so far. */
  bytesRead(): number;
}

const chunkSize = 1 << 18;

/** Opens a file; gzip is known by its first two bytes, whatever the file's name.
 * @throws When it cannot be opened: {@link UnreadableFileError}; while reading, when gzip data are cut off or damaged:
 *   {@link BrokenGzipError}.
 */
export async function readBytes(path: string): Promise<FileBytes> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new UnreadableFileError({ expected: `a file at ${path}`, cause });
  });
  if (!found.isFile()) throw new UnreadableFileError({ expected: `a file at ${path}` });
  const packed = await isGzip(path);
  const file = createReadStream(path, { highWaterMark: chunkSize });
  return { chunks: packed ? unpack(file) : file, size: found.size, bytesRead: () => file.bytesRead };
}

async function isGzip(path: string): Promise<boolean> {
  try {
    for await (const chunk of createReadStream(path, { end: 1 }))
      return (chunk as Buffer).length === 2 && (chunk as Buffer).readUInt16BE() === 0x1f8b;
  } catch (cause) {
    throw new UnreadableFileError({ expected: `a file at ${path} that may be read`, cause });
  }
  return false;
}

async function* unpack(file: ReadStream): AsyncGenerator<Buffer> {
  try {
    yield* file.pipe(createGunzip({ chunkSize })) as AsyncIterable<Buffer>;
  } catch (cause) {
    const isCut = cause instanceof Error && cause.message === "unexpected end of file";
    throw new BrokenGzipError({ expected: `a whole .gz file, this one is ${isCut ? "cut off" : "damaged"}`, cause });
  } finally {
    file.destroy();
  }
}
