/** Memory that is used again and again, so that a long stream takes no more of it than a short one. */
export type Buffers = {
  /** A buffer of at least so many bytes, with nothing of worth in it. */
  readonly take: (bytes: number) => Uint8Array<ArrayBuffer>;
  /** Hands over a buffer that nobody needs any more. */
  readonly giveBack: (buffer: ArrayBuffer) => void;
};

/** @param most how many are kept for later */
export function buffersFor(most: number): Buffers {
  const spare: ArrayBuffer[] = [];
  return {
    take: (bytes) => {
      const fitting = spare.findIndex(({ byteLength }) => byteLength >= bytes);
      const [used] = fitting < 0 ? [] : spare.splice(fitting, 1);
      return new Uint8Array(used ?? new ArrayBuffer(bytes));
    },
    giveBack: (buffer) => {
      if (spare.length < most) spare.push(buffer);
    },
  };
}
