import { writeSync } from 'node:fs';

/** Writes all bytes: a disk that is nearly full takes some of them and says no word about the others. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}
