/** A picture that a page can carry within itself. */
export type Picture = {
  readonly type: 'image/png' | 'image/jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The picture and nothing that was put behind it. */
  readonly bytes: Uint8Array;
};

/** What is no such picture: a kind known to be another, one that is cut off, or nothing known. */
export type NoPicture = { readonly kind: 'svg' | 'gif' | 'webp' | 'broken' | null };

/** Recognises a picture by its bytes, whatever its file is called. */
export function pictureIn(bytes: Uint8Array): Picture | NoPicture {
  if (startsWith(bytes, pngSignature)) return png(bytes) ?? { kind: 'broken' };
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpeg(bytes) ?? { kind: 'broken' };
  const head = ascii(bytes, 0, 512);
  if (/^GIF8[79]a/.test(head)) return { kind: 'gif' };
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return { kind: 'webp' };
  return { kind: /<svg[\s>]/i.test(head) ? 'svg' : null };
}

/** A picture as an address that a page can show without asking anybody. */
export function dataAddress({ type, bytes }: Picture): string {
  return `data:${type};base64,${base64(bytes)}`;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

// Portable Network Graphics, third edition (W3C, 2025), section 5: chunks of length, type, data and check sum.
function png(bytes: Uint8Array): Picture | null {
  const view = viewOf(bytes);
  let hasData = false;
  for (let at = pngSignature.length; at + 12 <= bytes.length; ) {
    const type = ascii(bytes, at + 4, 4);
    const next = at + 12 + view.getUint32(at);
    const isFirst = at === pngSignature.length;
    if (next > bytes.length || isFirst !== (type === 'IHDR')) return null;
    if (isFirst && view.getUint32(at) !== 13) return null;
    if (type === 'IDAT') hasData = true;
    if (type === 'IEND') {
      if (!hasData) return null;
      const [width, height] = [view.getUint32(16), view.getUint32(20)];
      return { type: 'image/png', width, height, bytes: bytes.subarray(0, next) };
    }
    at = next;
  }
  return null;
}

// ITU-T T.81 (1992), annex B: segments that begin with a marker; a frame header (SOF) has the size.
function jpeg(bytes: Uint8Array): Picture | null {
  const view = viewOf(bytes);
  const end = endOfJpeg(bytes);
  for (let at = 2; at + 9 < end && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { type: 'image/jpeg', width, height, bytes: bytes.subarray(0, end) };
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function endOfJpeg(bytes: Uint8Array): number {
  for (let at = bytes.length - 2; at > 0; at -= 1) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  }
  return 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

// RFC 4648 (2006), section 4; the library runs where there is no other way to it.
function base64(bytes: Uint8Array): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const told: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const group = (first << 16) | (second << 8) | third;
    const there = Math.min(3, bytes.length - at);
    for (let place = 0; place < 4; place += 1) {
      told.push(place > there ? '=' : (letters[(group >> (18 - 6 * place)) & 63] ?? ''));
    }
  }
  return told.join('');
}

function ascii(bytes: Uint8Array, start: number, length: number): string {
  return Array.from(bytes.subarray(start, start + length), (byte) =>
    String.fromCharCode(byte),
  ).join('');
}
