/** Gathers text, and hands it on as UTF-8 in blocks: many short lines cost less as one. */
export interface TextGatherer {
  write(text: string): Promise<void>;
  /** Hands on what is left. */
  flush(): Promise<void>;
}

/** A character takes so many bytes at most, so one that does not fit leaves less than that. */
const blockBytes = 64 * 1024;

const encoder = new TextEncoder();

/**
 * The text goes into the block's bytes at once. As a string it would lie there, piece by piece, until a block is full, and so outlive
 * the garbage collector's young generation: with all files of a feed, some 100 MB that are collected late.
 *
 * @param send takes a block; it is used again as soon as the promise is fulfilled.
 */
export function gatherText(send: (block: Uint8Array) => Promise<void>): TextGatherer {
  const block = new Uint8Array(blockBytes);
  let length = 0;
  const flush = async (): Promise<void> => {
    if (length === 0) return;
    await send(block.subarray(0, length));
    length = 0;
  };
  return {
    write: async (text) => {
      let rest = text;
      for (;;) {
        const { read, written } = encoder.encodeInto(rest, block.subarray(length));
        length += written;
        if (read === rest.length) return;
        rest = rest.slice(read);
        await flush();
      }
    },
    flush,
  };
}
